import { type ReactNode, Suspense, useState } from 'react'

/**
 * Around a dialog that is fetched lazily: draws it from when it is first opened. It stays from then on, so that it can close softly
 * and give the focus back.
 */
export function SinceOpened({ opened, children }: { opened: boolean; children: ReactNode }) {
  const [was, setWas] = useState(opened)
  if (opened && !was) setWas(true)
  return was ? <Suspense>{children}</Suspense> : null
}

import { type ReactNode, Suspense, useState } from 'react'
import { useFocusBack } from './useFocusBack'

/**
 * Around a dialog that is fetched lazily: draws it from when it is first opened. It stays from then on, so that it can close softly;
 * the focus goes back to where it was.
 */
export function SinceOpened({ opened, children }: { opened: boolean; children: ReactNode }) {
  const [was, setWas] = useState(opened)
  if (opened && !was) setWas(true)
  useFocusBack(opened)
  return was ? <Suspense>{children}</Suspense> : null
}

import { cloneElement, Suspense } from 'react'
import { lazily } from './lazily'
import type { MenuProps } from './Menu'

const Menu = lazily(async () => (await import('./Menu')).Menu)

/** A button with a menu. The kit's menu comes after the page, which is drawn without it: until then the button waits. */
export function DropMenu(props: MenuProps) {
  return (
    <Suspense fallback={cloneElement(props.target, { disabled: true })}>
      <Menu {...props} />
    </Suspense>
  )
}

import type { DrawerProps } from '@mantine/core'
import { lazily } from './lazily'
import { SinceOpened } from './SinceOpened'

const Drawer = lazily(async () => (await import('./Drawer')).Drawer)

/** A panel over the page, from its side: for what stands beside the text where there is room. Wide windows never fetch it. */
export function SidePanel(props: DrawerProps) {
  return (
    <SinceOpened opened={props.opened}>
      <Drawer padding="xs" {...props} />
    </SinceOpened>
  )
}

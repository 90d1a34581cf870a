import { type DrawerProps, Drawer as KitDrawer } from '@mantine/core'

/** A module of its own, so that `SidePanel` fetches the kit's drawer alone. */
export function Drawer(props: DrawerProps) {
  return <KitDrawer {...props} />
}

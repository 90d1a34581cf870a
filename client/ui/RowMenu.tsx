import { ActionIcon } from '@mantine/core'
import { DropMenu } from './DropMenu'

interface RowMenuItem {
  label: string
  onSelect: () => void
}

/** What else can be done to a row. */
export function RowMenu({ label, items }: { label: string; items: readonly RowMenuItem[] }) {
  return (
    <DropMenu
      target={
        <ActionIcon variant="subtle" color="gray" size={30} aria-label={label}>
          <span aria-hidden>⋯</span>
        </ActionIcon>
      }
      entries={() => items.map((item) => ({ key: item.label, ...item }))}
    />
  )
}

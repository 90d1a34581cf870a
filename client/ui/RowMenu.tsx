import { ActionIcon, Menu } from '@mantine/core'
import { useRef } from 'react'

interface RowMenuItem {
  label: string
  onSelect: () => void
}

/** What else can be done to a row. A dialog that an item opens gives the focus back to the row's button, not to the vanished item. */
export function RowMenu({ label, items }: { label: string; items: readonly RowMenuItem[] }) {
  const button = useRef<HTMLButtonElement>(null)
  const handleSelect = (item: RowMenuItem) => {
    button.current?.focus()
    item.onSelect()
  }
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <ActionIcon ref={button} variant="subtle" color="gray" size={30} aria-label={label}>
          <span aria-hidden>⋯</span>
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {items.map((item) => (
          <Menu.Item key={item.label} onClick={() => handleSelect(item)}>
            {item.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

import { Menu as KitMenu, type MenuProps as KitMenuProps } from '@mantine/core'
import { cloneElement, type ReactElement, type Ref, useRef } from 'react'
import classes from './Menu.module.css'
import type { MenuEntry } from './menu-entry'

export interface MenuProps extends Pick<KitMenuProps, 'position' | 'width'> {
  /** The button that opens it. */
  target: ReactElement<{ ref?: Ref<HTMLButtonElement>; disabled?: boolean }>
  /** Asked whenever it opens. */
  entries: () => readonly MenuEntry[]
  /** false: what an entry does puts the focus where it belongs itself, as writing in a text does. */
  returnsFocus?: boolean
}

/** `DropMenu`, once it is here. */
export function Menu({ target, entries, position = 'bottom-end', width, returnsFocus = true }: MenuProps) {
  const button = useRef<HTMLButtonElement>(null)
  const handleSelect = (onSelect: () => void) => {
    // A dialog gives the focus back to where it came from, and the entry will be gone.
    if (returnsFocus) button.current?.focus()
    onSelect()
  }
  return (
    <KitMenu position={position} width={width} shadow="md" returnFocus={returnsFocus} disabled={target.props.disabled ?? false}>
      <KitMenu.Target>{cloneElement(target, { ref: button })}</KitMenu.Target>
      <KitMenu.Dropdown className={classes.entries}>
        <Entries entries={entries} onSelect={handleSelect} />
      </KitMenu.Dropdown>
    </KitMenu>
  )
}

/** A component, since the kit draws it only while the menu is open. */
function Entries({ entries, onSelect }: Pick<MenuProps, 'entries'> & { onSelect: (deed: () => void) => void }) {
  return entries().map((entry) => <Entry key={entry.key} entry={entry} onSelect={onSelect} />)
}

function Entry({ entry, onSelect }: { entry: MenuEntry; onSelect: (deed: () => void) => void }) {
  if ('isLine' in entry) return <KitMenu.Divider />
  if ('heading' in entry) return <KitMenu.Label>{entry.heading}</KitMenu.Label>
  if ('isChosen' in entry) {
    return (
      <KitMenu.RadioItem
        value={entry.key}
        checked={entry.isChosen}
        checkIcon={<span aria-hidden="true">✓</span>}
        closeMenuOnClick
        onChange={() => onSelect(entry.onSelect)}
      >
        {entry.label}
      </KitMenu.RadioItem>
    )
  }
  return (
    <KitMenu.Item disabled={entry.disabled ?? false} onClick={() => onSelect(entry.onSelect)}>
      {entry.label}
    </KitMenu.Item>
  )
}

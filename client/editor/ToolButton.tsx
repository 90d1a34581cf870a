import type { MouseEvent, ReactNode } from 'react'
import classes from './Toolbar.module.css'

interface ToolButtonProps {
  label: string
  /** As `aria-keyshortcuts` writes them. */
  keys?: string
  disabled: boolean
  /** Absent: not a switch. */
  pressed?: boolean
  onPress: () => void
  children: ReactNode
}

/** A press leaves the caret where it is. */
function keepCaret(event: MouseEvent): void {
  event.preventDefault()
}

export function ToolButton({ label, keys, disabled, pressed, onPress, children }: ToolButtonProps) {
  return (
    <button
      type="button"
      className={classes.button}
      aria-label={label}
      title={keys === undefined ? label : `${label}　${keys.replaceAll('Control', 'Ctrl')}`}
      aria-keyshortcuts={keys}
      aria-pressed={pressed}
      disabled={disabled}
      onMouseDown={keepCaret}
      onClick={onPress}
    >
      {children}
    </button>
  )
}

import { PERSON_COLORS } from '../../shared/wire/awareness'
import classes from './Avatar.module.css'

interface AvatarProps {
  name: string
  /** Index of the person's colour; null: the team. */
  color: number | null
  size?: 'small' | 'normal'
  /** What it says where the name does not stand beside it. */
  label?: string
}

/** The first character of a name in its person's colour. */
export function Avatar({ name, color, size = 'normal', label }: AvatarProps) {
  const spoken = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label, title: label }
  return (
    <span
      className={classes.avatar}
      data-size={size}
      style={{ background: color === null ? 'var(--accent)' : `var(--u${(color % PERSON_COLORS) + 1})` }}
      {...spoken}
    >
      {[...name][0]?.toUpperCase() ?? ''}
    </span>
  )
}

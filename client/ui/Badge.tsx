import classes from './Badge.module.css'

/** How many of something wait. `label` says of what. */
export function Badge({ count, label }: { count: number; label: string }) {
  return (
    <span className={classes.badge} role="img" aria-label={label} title={label}>
      {count}
    </span>
  )
}

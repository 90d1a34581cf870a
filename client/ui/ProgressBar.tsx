import classes from './ProgressBar.module.css'

/** `label` says the same in words to those who do not see the bar. */
export function ProgressBar({ done, total, label }: { done: number; total: number; label: string }) {
  const percent = total === 0 ? 0 : Math.round((100 * Math.min(done, total)) / total)
  return (
    <span className={classes.bar} role="img" aria-label={label}>
      <i style={{ width: `${percent}%` }} />
    </span>
  )
}

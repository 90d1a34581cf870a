import type { ReactNode } from 'react'
import classes from './EmptyState.module.css'

/** An empty place: one sentence and one button. */
export function EmptyState({ sentence, action }: { sentence: string; action?: ReactNode }) {
  return (
    <div className={classes.empty}>
      <p>{sentence}</p>
      {action}
    </div>
  )
}

import type { ReactNode } from 'react'
import classes from './Notice.module.css'

interface NoticeProps {
  tone: 'info' | 'warn' | 'danger'
  children: ReactNode
  /** One thing to do. */
  action?: ReactNode
}

/** A line over the text that stays as long as its cause. */
export function Notice({ tone, children, action }: NoticeProps) {
  return (
    <div className={classes.notice} data-tone={tone} role={tone === 'danger' ? 'alert' : 'status'}>
      <span className={classes.text}>{children}</span>
      {action}
    </div>
  )
}

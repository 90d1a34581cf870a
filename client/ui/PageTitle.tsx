import { type ReactNode, useEffect } from 'react'
import classes from './PageTitle.module.css'

interface PageTitleProps {
  children: string
  /** Title of the browser's tab, where it says more than the heading. */
  tab?: string
  /** Stands beside the heading. */
  aside?: ReactNode
  about?: ReactNode
}

/** A page's one h1, which also names the tab. */
export function PageTitle({ children, tab = children, aside, about }: PageTitleProps) {
  useEffect(() => {
    document.title = `${tab} · 对照`
  }, [tab])
  return (
    <header className={classes.head}>
      <div className={classes.line}>
        <h1>{children}</h1>
        {aside}
      </div>
      {about && <div className={classes.about}>{about}</div>}
    </header>
  )
}

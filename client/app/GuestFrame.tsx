import type { ReactNode } from 'react'
import classes from './GuestFrame.module.css'

interface GuestFrameProps {
  width?: 'narrow' | 'wide'
  children: ReactNode
  /** Stands under the card. */
  foot?: ReactNode
}

/** A page without the top bar: one card under the name of the house. */
export function GuestFrame({ width = 'narrow', children, foot }: GuestFrameProps) {
  return (
    <div className={classes.frame} data-width={width}>
      <header className={classes.brand}>对照</header>
      <main id="main" className={classes.card} tabIndex={-1}>
        {children}
      </main>
      {foot && <footer className={classes.foot}>{foot}</footer>}
    </div>
  )
}

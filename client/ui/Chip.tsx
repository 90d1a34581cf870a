import type { ReactNode } from 'react'
import classes from './Chip.module.css'

export type ChipTone = 'accent' | 'ok' | 'warn' | 'info' | 'plain'

export function Chip({ tone, children }: { tone: ChipTone; children: ReactNode }) {
  return (
    <span className={classes.chip} data-tone={tone}>
      {children}
    </span>
  )
}

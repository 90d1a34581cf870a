import type { ErrorComponentProps } from '@tanstack/react-router'
import { GuestFrame } from '../GuestFrame'
import { BrokenPanel } from './BrokenPanel'

/** Where not even the frame of the page is there. */
export function BrokenPage(props: ErrorComponentProps) {
  return (
    <GuestFrame>
      <BrokenPanel {...props} />
    </GuestFrame>
  )
}

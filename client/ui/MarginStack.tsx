/**
 * Notes in a column beside a text that scrolls with it. Measured and placed outside React: a change of the text moves the notes
 * without drawing them anew.
 */
import { type ReactNode, useCallback, useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react'
import classes from './MarginStack.module.css'
import { stackNotes } from './stack-notes'

export interface MarginNote {
  key: string
  node: ReactNode
}

/** Notes of another kind in the same column. */
export type MarginGuests = Pick<MarginStackProps, 'notes' | 'active' | 'lineOf'>

interface MarginStackProps {
  /** In the order of the text; of several kinds, each kind. */
  notes: readonly MarginNote[]
  /** Keeps the place of its line. */
  active: string | null
  /** Where the note's line is, from the top of the window; null: unknown, it follows the one before. */
  lineOf: (key: string) => number | null
  /** Calls when lines may have moved. @returns how to stop. */
  watch: (listener: () => void) => () => void
}

const GAP_PX = 10

export function MarginStack({ notes, active, lineOf, watch }: MarginStackProps) {
  const stack = useRef<HTMLDivElement>(null)
  const frame = useRef<number | null>(null)

  const place = useEffectEvent(() => {
    const root = stack.current
    if (root === null) return
    const origin = root.getBoundingClientRect().top
    let last = 0
    // All is read before anything is written: one layout.
    const elements = [...root.children].filter((child) => child instanceof HTMLElement)
    const standing = elements.map((element) => {
      const key = element.dataset.note ?? ''
      const line = lineOf(key)
      last = line === null ? last : line - origin
      return { element, key, anchor: last, height: element.offsetHeight }
    })
    standing.sort((a, b) => a.anchor - b.anchor)
    const stacked = stackNotes(standing, active, GAP_PX)
    // Above the first line of the text no scrolling leads: rather all a little lower than one out of reach.
    const outOfReach = Math.max(0, -(stacked[0] ?? 0))
    const tops = stacked.map((top) => top + outOfReach)
    for (const [index, { element }] of standing.entries()) element.style.top = `${Math.round(tops[index] ?? 0)}px`
    const end = (tops.at(-1) ?? 0) + (standing.at(-1)?.height ?? 0)
    root.style.minHeight = `${Math.max(0, Math.round(end + GAP_PX))}px`
  })
  const schedule = useCallback(() => {
    frame.current ??= requestAnimationFrame(() => {
      frame.current = null
      // Only effects schedule, and they end with the component.
      // oxlint-disable-next-line react-hooks/rules-of-hooks
      place()
    })
  }, [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: other notes, or another active one, stand elsewhere
  useLayoutEffect(() => place(), [notes, active])

  // biome-ignore lint/correctness/useExhaustiveDependencies: other notes are other children
  useEffect(() => {
    const root = stack.current
    if (root === null) return
    const resized = new ResizeObserver(schedule)
    for (const child of root.children) resized.observe(child)
    return () => resized.disconnect()
  }, [notes, schedule])

  useEffect(() => {
    const stop = watch(schedule)
    return () => {
      stop()
      if (frame.current !== null) cancelAnimationFrame(frame.current)
      frame.current = null
    }
  }, [watch, schedule])

  return (
    <div ref={stack} className={classes.stack}>
      {notes.map(({ key, node }) => (
        <div key={key} className={classes.note} data-note={key}>
          {node}
        </div>
      ))}
    </div>
  )
}

/**
 * Notes in a column beside a text that scrolls with it. Measured and placed outside React: a change of the text moves the notes
 * without drawing them anew. A note that has to shrink is told by `data-compact` on its place; how it looks so is its own style.
 */
import { type ReactNode, useCallback, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type CrowdedNote, placeNotes } from './crowded-notes'
import classes from './MarginStack.module.css'

export interface MarginNote {
  key: string
  node: ReactNode
}

/** Notes of another kind in the same column. */
export type MarginGuests = Pick<MarginStackProps, 'notes' | 'active' | 'lineOf' | 'onTake'>

interface MarginStackProps {
  /** In the order of the text; of several kinds, each kind. */
  notes: readonly MarginNote[]
  /** Keeps the place of its line. */
  active: string | null
  /** Where the note's line is, from the top of the window; null: unknown, it follows the one before. */
  lineOf: (key: string) => number | null
  /** Somebody asks for a note that is folded away: it becomes the active one. */
  onTake: (key: string) => void
  /** Calls when lines may have moved. @returns how to stop. */
  watch: (listener: () => void) => () => void
}

/** `compact` as in the style sheet. */
const SPACING = { gap: 6, reach: 140, compact: 30, row: 26 }

interface Folded {
  count: number
  nearest: string
}

export function MarginStack({ notes, active, lineOf, onTake, watch }: MarginStackProps) {
  const { t } = useTranslation()
  const stack = useRef<HTMLDivElement>(null)
  const frame = useRef<number | null>(null)
  const isPressed = useRef(false)
  const [folded, setFolded] = useState<Folded | null>(null)

  const place = useEffectEvent(() => {
    const root = stack.current
    if (root === null || isPressed.current) return
    const elements = [...root.querySelectorAll<HTMLElement>('[data-note]')]
    const standing = measured(elements, root.getBoundingClientRect().top, lineOf)
    const places = placeNotes(standing, active, SPACING)
    let end = 0
    let nearest: Folded | null = null
    for (const [index, note] of standing.entries()) {
      const { form, top } = places[index] ?? { form: 'open', top: 0 }
      const { style, dataset } = note.element
      style.top = `${Math.round(top)}px`
      style.visibility = form === 'folded' ? 'hidden' : ''
      if (form === 'open') delete dataset.compact
      else dataset.compact = ''
      if (form === 'folded') nearest = { count: index + 1, nearest: note.key }
      end = Math.max(end, top + (form === 'open' ? note.height : SPACING.compact))
    }
    root.style.minHeight = `${Math.round(end + SPACING.gap)}px`
    setFolded((before) => (before?.count === nearest?.count && before?.nearest === nearest?.nearest ? before : nearest))
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

  // A note that moved away from under a pressed pointer would lose the click: all wait until it is let go.
  useEffect(() => {
    const root = stack.current
    if (root === null) return
    const listening = new AbortController()
    const { signal } = listening
    const press = () => {
      isPressed.current = true
    }
    const letGo = () => {
      if (!isPressed.current) return
      isPressed.current = false
      schedule()
    }
    root.addEventListener('pointerdown', press, { signal })
    for (const type of ['pointerup', 'pointercancel', 'blur']) window.addEventListener(type, letGo, { signal })
    return () => listening.abort()
  }, [schedule])

  return (
    <div ref={stack} className={classes.stack}>
      {folded !== null && (
        <button type="button" className={classes.folded} onClick={() => onTake(folded.nearest)}>
          <span aria-hidden="true">↑ </span>
          {t('app.notesAbove', { count: folded.count })}
        </button>
      )}
      {notes.map(({ key, node }) => (
        <div key={key} className={classes.note} data-note={key}>
          {node}
        </div>
      ))}
    </div>
  )
}

/** In the order of the text, with the heights they have open: one layout, however many there are. */
function measured(elements: readonly HTMLElement[], origin: number, lineOf: MarginStackProps['lineOf']) {
  let last = 0
  const lines = elements.map((element) => {
    const line = lineOf(element.dataset.note ?? '')
    last = line === null ? last : line - origin
    return last
  })
  for (const { dataset } of elements) delete dataset.compact
  return elements
    .map((element, index): CrowdedNote & { element: HTMLElement } => ({
      element,
      key: element.dataset.note ?? '',
      anchor: lines[index] ?? 0,
      height: element.offsetHeight,
      busy: element.querySelector('textarea') !== null,
    }))
    .sort((a, b) => a.anchor - b.anchor)
}

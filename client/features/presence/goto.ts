/** To where somebody is: their caret, else the top of their window, else the heading they stand under. Never a scroll ratio. */
import type { EditorView } from '@tiptap/pm/view'
import { posOf, scrollToAnchor, scrollToPos } from '../../editor/places'
import type { SectionStore } from '../../editor/sections'
import type { PersonHere } from './people'

/** One's own window on the text. */
export interface Window {
  view: EditorView
  scroller: HTMLElement
  sections: SectionStore
}

/** Smoothly, unless the person asked for less motion. */
export function scrollBehavior(): ScrollBehavior {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth'
}

/** Once, smoothly: what a click on an avatar does. False where their place is unknown or its text is gone. */
export function goToPerson(window: Window, person: PersonHere): boolean {
  const behavior = scrollBehavior()
  const caret = caretOf(window, person)
  if (caret !== null) {
    scrollToPos(window.view, window.scroller, caret, { block: 'center', behavior })
    return true
  }
  if (person.view !== null && scrollToAnchor(window.view, window.scroller, person.view, behavior)) return true
  return goToHeading(window, person.section, behavior)
}

/**
 * Continuously, while following: their window's top becomes the top of this one; if the line they write would then lie outside
 * (this window is smaller, or its lines break elsewhere), that line is brought in instead.
 */
export function keepWith(window: Window, person: PersonHere): void {
  const placed = person.view !== null && scrollToAnchor(window.view, window.scroller, person.view, 'instant')
  const caret = person.activity === 'editing' ? caretOf(window, person) : null
  if (caret !== null && !(placed && isInside(window, caret))) {
    scrollToPos(window.view, window.scroller, caret, { block: 'center', behavior: 'instant' })
  } else if (!placed) {
    goToHeading(window, person.section, 'instant')
  }
}

function caretOf(window: Window, person: PersonHere): number | null {
  return person.cursor === null ? null : posOf(window.view, person.cursor.head)
}

function isInside(window: Window, pos: number): boolean {
  const line = window.view.coordsAtPos(pos)
  const visible = window.scroller.getBoundingClientRect()
  return line.top >= visible.top && line.bottom <= visible.bottom
}

function goToHeading(window: Window, section: string | null, behavior: ScrollBehavior): boolean {
  const heading = window.sections.getSnapshot().find((each) => each.id === section)
  if (heading === undefined) return false
  scrollToPos(window.view, window.scroller, heading.pos + 1, { block: 'start', behavior })
  return true
}

/**
 * Publishes what one's own page says of itself: activity, section, window. Lives as long as one open text is on the screen;
 * outside React, since it speaks several times a second while one scrolls. The caret is published by the editor.
 */
import type { Editor } from '@tiptap/core'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import type { PersonId } from '../../../shared/ids'
import type { Activity, OwnPresence, ViewAnchor } from '../../../shared/wire/awareness'
import type { Session } from '../../collab/session'
import { scrollToAnchor, viewAnchor } from '../../editor/places'
import type { SectionStore } from '../../editor/sections'
import { activityAt, type ActivityFacts, nextChange } from './activity'

/** A scrolling person is heard ten times a second. */
const PLACE_EVERY_MS = 100

const SIGNS_OF_LIFE = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchmove'] as const

export class OwnPlace {
  private facts: ActivityFacts = { typedAt: null, actedAt: Date.now(), hidden: document.hidden }
  private activity: Activity = 'viewing'
  private current: string | null = null
  private readonly listeners = new Set<() => void>()
  private readonly typedListeners = new Set<() => void>()
  private activityTimer: ReturnType<typeof setTimeout> | undefined
  private placeTimer: ReturnType<typeof setTimeout> | undefined
  private readonly ending = new AbortController()
  private readonly resized: ResizeObserver
  private lastView: ViewAnchor | null = null
  private width = 0

  constructor(
    private readonly session: Session,
    private readonly editor: Editor,
    private readonly scroller: HTMLElement,
    private readonly sections: SectionStore,
  ) {
    const { signal } = this.ending
    for (const sign of SIGNS_OF_LIFE) document.addEventListener(sign, this.handleAct, { signal, passive: true, capture: true })
    document.addEventListener('visibilitychange', this.handleVisibility, { signal })
    scroller.addEventListener('scroll', this.handlePlace, { signal, passive: true })
    editor.on('transaction', this.handleTransaction)
    editor.on('focus', this.handlePlace)
    editor.on('blur', this.handlePlace)
    this.resized = new ResizeObserver(this.handleResize)
    this.resized.observe(scroller)
    this.tellActivity()
    this.tellPlace()
  }

  /** Id of the section one is in; null in the preface. */
  section = (): string | null => this.current

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Calls back for each change made on this page. */
  onTyped = (listener: () => void): (() => void) => {
    this.typedListeners.add(listener)
    return () => this.typedListeners.delete(listener)
  }

  follow(person: PersonId | null): void {
    this.publish('following', person)
  }

  stop(): void {
    this.ending.abort()
    this.resized.disconnect()
    clearTimeout(this.activityTimer)
    clearTimeout(this.placeTimer)
    this.editor.off('transaction', this.handleTransaction)
    this.editor.off('focus', this.handlePlace)
    this.editor.off('blur', this.handlePlace)
  }

  private readonly handleAct = () => {
    this.facts = { ...this.facts, actedAt: Date.now() }
    if (this.activity === 'away') this.tellActivity()
  }

  private readonly handleVisibility = () => {
    this.facts = { ...this.facts, hidden: document.hidden, actedAt: Date.now() }
    this.tellActivity()
  }

  private readonly handleTransaction = ({ transaction }: { transaction: Editor['state']['tr'] }) => {
    if (transaction.docChanged && !isRemote(transaction)) {
      this.facts = { ...this.facts, typedAt: Date.now(), actedAt: Date.now() }
      this.tellActivity()
      for (const listener of this.typedListeners) listener()
    }
    if (transaction.docChanged || transaction.selectionSet) this.handlePlace()
  }

  /** Lines break elsewhere in another width, and a window that was hidden forgets its place: the text one reads stays. */
  private readonly handleResize = () => {
    const width = this.scroller.clientWidth
    if (width === 0 || width === this.width) return
    if (this.width !== 0 && this.lastView !== null) scrollToAnchor(this.editor.view, this.scroller, this.lastView, 'instant')
    this.width = width
  }

  /** At the end of a window of time, so that the last place is always told. */
  private readonly handlePlace = () => {
    this.placeTimer ??= setTimeout(() => {
      this.placeTimer = undefined
      this.tellPlace()
    }, PLACE_EVERY_MS)
  }

  private tellActivity(): void {
    const now = Date.now()
    this.activity = activityAt(this.facts, now)
    this.publish('activity', this.activity)
    clearTimeout(this.activityTimer)
    const wait = nextChange(this.facts, now)
    if (wait !== null) this.activityTimer = setTimeout(() => this.tellActivity(), wait)
  }

  private tellPlace(): void {
    if (this.editor.isDestroyed) return
    const { view } = this.editor
    // A hidden window has no place; one is still where one was.
    if (this.scroller.clientWidth === 0) return
    this.lastView = viewAnchor(view, this.scroller)
    this.publish('view', this.lastView)
    const section = this.sections.sectionAt(this.placeInText())?.id ?? null
    this.publish('section', section)
    if (section === this.current) return
    this.current = section
    for (const listener of this.listeners) listener()
  }

  /** The caret, while one sees it; else the first line of the window: who reads on has left the caret behind. */
  private placeInText(): number {
    const { view } = this.editor
    const visible = this.scroller.getBoundingClientRect()
    if (view.hasFocus()) {
      const caret = view.state.selection.head
      const line = view.coordsAtPos(caret)
      if (line.bottom > visible.top && line.top < visible.bottom) return caret
    }
    const page = view.dom.getBoundingClientRect()
    const top = view.posAtCoords({ left: page.left + page.width / 2, top: Math.max(visible.top, page.top) + TOP_LINE_PX })
    return top?.pos ?? 0
  }

  private publish<Key extends keyof OwnPresence>(key: Key, value: OwnPresence[Key]): void {
    const { awareness } = this.session
    const before: OwnPresence | null = awareness.getLocalState()
    if (JSON.stringify(before?.[key]) !== JSON.stringify(value)) awareness.setLocalStateField(key, value)
  }
}

/** Far enough into the window to meet its first line and not the margin above it. */
const TOP_LINE_PX = 40

function isRemote(transaction: Editor['state']['tr']): boolean {
  const sync: { isChangeOrigin?: boolean } | undefined = transaction.getMeta(ySyncPluginKey)
  return sync?.isChangeOrigin === true
}

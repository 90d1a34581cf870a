/**
 * The others' carets and selections, drawn on a layer above the text: nothing is put into the text's own page nodes, where it
 * would stand in the way of an input method. Names are drawn by the style sheet from `data-name`.
 */
import type { Editor } from '@tiptap/core'
import type { Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { Awareness } from 'y-protocols/awareness'
import { PERSON_COLORS, type Presence } from '../../shared/wire/awareness'
import { linesOf } from './line-rects'
import { posOf } from './places'

const NAME_FADES_AFTER_MS = 3_000
/** Pointing this near to a caret brings its name back. */
const NEAR_PX = 14

interface Caret {
  root: HTMLElement
  flag: HTMLElement
  /** The awareness state it was last drawn for: a caret that is only pushed along by others' text has not moved. */
  cursor: string
  fading: number
}

export class RemoteCarets {
  private readonly carets = new Map<number, Caret>()
  private frame: number | null = null
  private readonly resized: ResizeObserver
  private readonly view: EditorView

  constructor(
    private readonly editor: Editor,
    private readonly awareness: Awareness,
    private readonly layer: HTMLElement,
  ) {
    this.view = editor.view
    this.resized = new ResizeObserver(this.schedule)
    this.resized.observe(this.view.dom)
    awareness.on('change', this.see)
    editor.on('transaction', this.follow)
    this.view.dom.addEventListener('pointermove', this.point)
    this.schedule()
  }

  destroy(): void {
    if (this.frame !== null) cancelAnimationFrame(this.frame)
    this.resized.disconnect()
    this.awareness.off('change', this.see)
    this.editor.off('transaction', this.follow)
    this.view.dom.removeEventListener('pointermove', this.point)
    for (const id of this.carets.keys()) this.remove(id)
  }

  private follow = ({ transaction }: { transaction: Transaction }): void => {
    if (transaction.docChanged && this.carets.size > 0) this.schedule()
  }

  private see = ({ added, updated, removed }: Record<'added' | 'updated' | 'removed', number[]>): void => {
    const isOthers = (id: number) => id !== this.awareness.clientID
    if ([...added, ...updated, ...removed].some(isOthers)) this.schedule()
  }

  private schedule = (): void => {
    this.frame ??= requestAnimationFrame(() => {
      this.frame = null
      if (!this.editor.isDestroyed) this.draw()
    })
  }

  private draw(): void {
    const origin = this.layer.getBoundingClientRect()
    for (const id of this.carets.keys()) if (!this.awareness.getStates().get(id)?.cursor) this.remove(id)
    for (const [id, state] of this.awareness.getStates()) {
      if (id !== this.awareness.clientID && isPresence(state)) this.drawOne(id, state, origin)
    }
  }

  private drawOne(id: number, { cursor, user }: Presence, origin: DOMRect): void {
    const head = posOf(this.view, cursor?.head)
    const anchor = posOf(this.view, cursor?.anchor)
    if (head === null || anchor === null) return this.remove(id)
    const caret = this.carets.get(id) ?? this.add(id)
    const at = this.view.coordsAtPos(head)
    caret.root.dataset.person = user.id
    caret.root.style.setProperty('--c', `var(--u${(Math.abs(user.color) % PERSON_COLORS) + 1})`)
    caret.flag.dataset.name = user.name
    caret.flag.style.transform = `translate(${at.left - origin.left}px, ${at.top - origin.top}px)`
    caret.flag.style.height = `${at.bottom - at.top}px`
    const tints = linesOf(this.view, Math.min(anchor, head), Math.max(anchor, head)).map((line) => {
      const tint = document.createElement('i')
      Object.assign(tint.style, {
        transform: `translate(${line.left - origin.left}px, ${line.top - origin.top}px)`,
        width: `${line.right - line.left}px`,
        height: `${line.bottom - line.top}px`,
      })
      return tint
    })
    caret.root.replaceChildren(...tints, caret.flag)
    const written = JSON.stringify(cursor)
    if (caret.cursor !== written) this.showName(caret)
    caret.cursor = written
  }

  private add(id: number): Caret {
    const root = document.createElement('div')
    const flag = document.createElement('span')
    flag.className = 'remote-caret'
    this.layer.append(root)
    const caret = { root, flag, cursor: '', fading: 0 }
    this.carets.set(id, caret)
    return caret
  }

  private remove(id: number): void {
    const caret = this.carets.get(id)
    if (caret === undefined) return
    window.clearTimeout(caret.fading)
    caret.root.remove()
    this.carets.delete(id)
  }

  private showName(caret: Caret): void {
    window.clearTimeout(caret.fading)
    caret.flag.dataset.moving = ''
    caret.fading = window.setTimeout(() => delete caret.flag.dataset.moving, NAME_FADES_AFTER_MS)
  }

  private point = ({ clientX, clientY }: PointerEvent): void => {
    for (const caret of this.carets.values()) {
      const { left, top, bottom } = caret.flag.getBoundingClientRect()
      const isNear = Math.abs(clientX - left) < NEAR_PX && clientY > top - NEAR_PX && clientY < bottom + NEAR_PX
      if (isNear) this.showName(caret)
    }
  }
}

function isPresence(state: Record<string, unknown>): state is Record<string, unknown> & Presence {
  const { user, cursor } = state as Partial<Presence>
  return typeof user?.name === 'string' && typeof user.color === 'number' && typeof cursor === 'object' && cursor !== null
}

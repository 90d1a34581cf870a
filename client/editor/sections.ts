/**
 * The headings of the document, as the outline panel and presence need them. Kept by change: what stands in a block is counted
 * once and remembered with the block's node, so a keystroke costs one block and one pass over the list of blocks.
 */
import { type Editor, Extension } from '@tiptap/core'
import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import type { PersonId } from '../../shared/ids'
import { headingNumber, Numbering } from '../../shared/outline/numbering'
import type { HeadingLevel } from '../../shared/schema/blocks'
import { countNode } from './word-count'

export interface Section {
  /** `client:clock` of the heading's element in the shared document: the same on every page (`OwnPresence.section`). */
  id: string
  level: HeadingLevel
  /** As drawn: 一、 （一） 1. （1） */
  number: string
  text: string
  /** 执笔人 named at this heading. */
  ownDrafter: PersonId | null
  /** Who drafts here: named at this heading, or at one it stands under. */
  drafter: PersonId | null
  /** 字数 under this heading up to the next heading of any level. */
  chars: number
  /** 字数 under this heading and its subheadings. */
  totalChars: number
  /** Position of the heading in the editor's document. */
  pos: number
  /** Where the section ends: position of the next heading of its level or above, or the end of the document. */
  end: number
}

export interface SectionStore {
  /** Told at once of a change to the headings, of mere counts and positions a moment later: a page must not be drawn with every key. */
  subscribe(listener: () => void): () => void
  /** The same array until something in it changes. */
  getSnapshot(): readonly Section[]
  /** The same until a heading, or whether something is written under it, changes: its counts and positions may be old. */
  headings(): readonly Section[]
  /** 字数 of the whole document, headings and title included. */
  totalChars(): number
  /** The innermost section around `pos`; null in the preface. */
  sectionAt(pos: number): Section | null
}

declare module '@tiptap/core' {
  interface Storage {
    sections: SectionStorage
  }
}

interface SectionStorage {
  store: Sections
}

export function sectionsOf(editor: Editor): SectionStore {
  return editor.storage.sections.store
}

/** How long counts may be old on the page; `getSnapshot` itself is never old. */
const COUNTS_AFTER_MS = 500

class Sections implements SectionStore {
  private readonly listeners = new Set<() => void>()
  private sections: readonly Section[] = []
  private outline: readonly Section[] = []
  private total = 0
  private timer: number | undefined

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  getSnapshot = (): readonly Section[] => this.sections

  headings = (): readonly Section[] => this.outline

  totalChars = (): number => this.total

  sectionAt(pos: number): Section | null {
    return this.sections.findLast((section) => section.pos <= pos) ?? null
  }

  refresh(view: EditorView): void {
    const sync = ySyncPluginKey.getState(view.state)
    if (!sync?.binding) return
    const found = listSections(view.state.doc, sync.type)
    if (found.total === this.total && sameList(found.sections, this.sections, ALL_KEYS)) return
    const isOnlyCounted = sameList(found.sections, this.sections, STRUCTURE_KEYS)
    this.sections = found.sections
    this.total = found.total
    this.outline = keptHeadings(this.outline, found.sections)
    if (isOnlyCounted) this.timer ??= window.setTimeout(this.tell, COUNTS_AFTER_MS)
    else this.tell()
  }

  stop(): void {
    window.clearTimeout(this.timer)
  }

  private tell = (): void => {
    window.clearTimeout(this.timer)
    this.timer = undefined
    for (const listener of this.listeners) listener()
  }
}

function listSections(doc: ProseMirrorNode, fragment: Y.XmlFragment): { sections: Section[]; total: number } {
  const elements = fragment.toArray()
  const numbering = new Numbering()
  const sections: Section[] = []
  const open: Section[] = []
  let total = 0
  doc.forEach((block, pos, index) => {
    const count = countNode(block)
    total += count
    if (block.type.name !== 'heading') {
      const innermost = open.at(-1)
      if (innermost !== undefined) innermost.chars += count
      for (const section of open) section.totalChars += count
      return
    }
    const level = Number(block.attrs.level) as HeadingLevel
    while ((open.at(-1)?.level ?? 0) >= level) {
      const closed = open.pop()
      if (closed !== undefined) closed.end = pos
    }
    const ownDrafter = typeof block.attrs.drafter === 'string' ? (block.attrs.drafter as PersonId) : null
    const section: Section = {
      id: idOf(elements[index]),
      level,
      number: headingNumber(level, numbering.heading(level)),
      text: block.textContent,
      ownDrafter,
      drafter: ownDrafter ?? open.at(-1)?.drafter ?? null,
      chars: 0,
      totalChars: 0,
      pos,
      end: doc.content.size,
    }
    sections.push(section)
    open.push(section)
  })
  return { sections, total }
}

function idOf(element: unknown): string {
  const item = element instanceof Y.XmlElement ? element._item : null
  return item === null ? '' : `${item.id.client}:${item.id.clock}`
}

const STRUCTURE_KEYS: readonly (keyof Section)[] = ['id', 'level', 'number', 'text', 'ownDrafter', 'drafter']
const ALL_KEYS: readonly (keyof Section)[] = [...STRUCTURE_KEYS, 'chars', 'totalChars', 'pos', 'end']

function sameList(one: readonly Section[], other: readonly Section[], keys: readonly (keyof Section)[]): boolean {
  return one.length === other.length && one.every((section, index) => keys.every((key) => section[key] === other[index]?.[key]))
}

/** Headings that say the same stay the same objects, so that only rows that changed are drawn anew. */
function keptHeadings(before: readonly Section[], now: readonly Section[]): readonly Section[] {
  const known = new Map(before.map((section) => [section.id, section]))
  const kept = now.map((section) => {
    const last = known.get(section.id)
    const isKept = last !== undefined && sameList([last], [section], STRUCTURE_KEYS) && isEmpty(last) === isEmpty(section)
    return isKept ? last : section
  })
  return kept.length === before.length && kept.every((section, index) => section === before[index]) ? before : kept
}

function isEmpty({ totalChars }: Section): boolean {
  return totalChars === 0
}

/** Runs after the binding has written, so that new headings already have their ids. */
export const SectionList = Extension.create<object, SectionStorage>({
  name: 'sections',

  addStorage() {
    return { store: new Sections() }
  },

  addProseMirrorPlugins() {
    const { store } = this.storage
    return [
      new Plugin({
        view: (view) => {
          store.refresh(view)
          return {
            update: (updated, before) => {
              if (updated.state.doc !== before.doc) store.refresh(updated)
            },
            destroy: () => store.stop(),
          }
        },
      }),
    ]
  },
})

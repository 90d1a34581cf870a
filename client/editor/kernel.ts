/** The editor's parts, put together for one session. */
import type { Extensions } from '@tiptap/core'
import { Bold } from '@tiptap/extension-bold'
import { Document } from '@tiptap/extension-document'
import { Italic } from '@tiptap/extension-italic'
import { Text } from '@tiptap/extension-text'
import { Underline } from '@tiptap/extension-underline'
import { Dropcursor, Gapcursor } from '@tiptap/extensions'
import type { PersonId } from '../../shared/ids'
import type { TemplateOutline } from '../../shared/templates/template'
import type { Session } from '../collab/session'
import { ArrivingChanges } from './arriving-changes'
import { bindingTo } from './binding'
import { BindingGate } from './binding-gate'
import { Composition } from './composition'
import { Copy } from './copy'
import { Find } from './find'
import { Hints } from './hints'
import { Keys } from './keys'
import { Comment } from './nodes/comment'
import { Heading } from './nodes/heading'
import { Paragraph } from './nodes/paragraph'
import { BlockProposals, Change, Deletion, Insertion } from './nodes/proposals'
import { Table, TableCell, TableHeader, TableRow } from './nodes/table'
import { Byline, Quote, Title } from './nodes/text-blocks'
import { OwnCursor } from './own-cursor'
import { Paste } from './paste'
import { Placeholders } from './placeholders'
import { ReadOnly } from './read-only'
import { SectionList } from './sections'
import { proposeReplaced } from './suggesting/composing'
import { Suggesting } from './suggesting/suggesting'
import { convertTyped } from './typed-numbers'
import { Typing } from './typing'
import { UndoSteps } from './undo-steps'

/** What a document can hold. A change here is a change of the wire (shared/wire/version.ts). */
export const SCHEMA_EXTENSIONS: Extensions = [
  Document,
  Text,
  Paragraph,
  Title,
  Byline,
  Heading,
  Quote,
  Table,
  TableRow,
  TableCell,
  TableHeader,
  Bold,
  Italic,
  Underline,
  Insertion,
  Deletion,
  Change,
  Comment,
  BlockProposals,
]

/** Parts of the library that would write or compute what nobody asked for. */
export const CORE_EXTENSIONS_OFF = {
  keymap: false,
  delete: false,
  clipboardTextSerializer: false,
  textDirection: false,
  paste: false,
  drop: false,
} as const

/** What the editor needs of an open material. */
export type EditorSession = Pick<Session, 'doc' | 'awareness' | 'synced' | 'hold' | 'release'>

export interface KernelOptions {
  session: EditorSession
  hints?: TemplateOutline | undefined
  /** Who writes; without them nothing can be suggested. */
  person?: PersonId | undefined
}

export function kernelFor({ session, hints, person }: KernelOptions): Extensions {
  const gate = new BindingGate()
  return [
    ...SCHEMA_EXTENSIONS,
    bindingTo(session.doc, gate),
    ArrivingChanges,
    Composition.configure({
      session,
      gate,
      beforeWriting: proposeReplaced,
      onCommitted: (view, own) => convertTyped(view, own.at(-1)?.text.length ?? 0),
    }),
    UndoSteps,
    OwnCursor.configure({ awareness: session.awareness, gate }),
    Suggesting.configure({ person: person ?? null }),
    ReadOnly,
    Typing,
    Keys,
    Paste,
    Copy,
    SectionList,
    Placeholders,
    Hints.configure({ outline: hints }),
    Find,
    Dropcursor.configure({ color: false, class: 'drop-cursor', width: 2 }),
    Gapcursor,
  ]
}

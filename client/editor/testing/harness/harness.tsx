/** One editor alone on a page, its network in the hands of the test that opened it (e2e/scenes/ime.spec.ts). */
import type { Editor as TiptapEditor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import { createRoot } from 'react-dom/client'
import type { Block } from '../../../../shared/schema/blocks'
import { readBlocks, rootOf, updateOf } from '../../../../shared/schema/ydoc'
import type { BlockKind } from '../../../../shared/suggestions/proposal'
import { blocksUnder, type View } from '../../../../shared/suggestions/view'
import type { PresenceUser } from '../../../../shared/wire/awareness'
import '../../../ui/tokens.css'
import '../../../ui/base.css'
import { setBlockKind } from '../../block-commands'
import { Editor } from '../../Editor'
import { replaceAll, setQuery } from '../../find'
import { sectionsOf } from '../../sections'
import { setMode } from '../../suggesting/cards-store'
import { type Message, TestSession } from '../test-session'
import './harness.css'

export interface WireMessage {
  kind: Message['kind']
  bytes: number[]
}

export type Deed =
  | { do: 'insert'; block: number; at: number; text: string }
  | { do: 'remove' | 'bold'; block: number; from: number; to: number }
  | { do: 'split'; block: number; at: number }
  /** `join`: with the block above. */
  | { do: 'join' | 'removeBlock' | 'makeHeading'; block: number }
  | { do: 'newBlock'; block: number; text: string }
  | { do: 'select'; from: [number, number]; to: [number, number] }
  /** From the first `text` (to the end of the first `to`); the caret stands before or behind it, or all is selected. */
  | { do: 'find'; text: string; to?: string; caret?: 'before' | 'behind' }
  /** Of the selected blocks. */
  | { do: 'kind'; kind: BlockKind }
  | { do: 'replaceAll'; text: string; by: string }

interface Harness {
  open(state: number[] | null, blocks: readonly Block[] | null, user: PresenceUser, editable?: boolean): void
  receive(messages: readonly WireMessage[]): void
  /** The whole shared document, to begin another page from. */
  state(): number[]
  blocks(): Block[]
  /** From now on this page suggests. */
  suggest(): void
  /** The text as if all suggestions were taken, or none. */
  under(view: View): Block[]
  /** Caret or selection by block number and offset in its text. */
  select(anchor: [number, number], head?: [number, number]): void
  selection(): { block: number; from: number; to: number }
  editor(): TiptapEditor
  sections(): unknown
  isHeld(): boolean
  waiting(): number
  /** What a person does with keyboard and mouse, without the keyboard and the mouse. */
  act(deed: Deed): void
}

declare global {
  interface Window {
    harness: Harness
    /** Given by the test. */
    sendToRelay?: (message: WireMessage) => void
    compositions: string[]
  }
}

let session: TestSession | null = null
let editor: TiptapEditor | null = null
window.compositions = []
for (const type of ['compositionstart', 'compositionend']) {
  document.addEventListener(type, () => window.compositions.push(type), { capture: true })
}

function opened(): { session: TestSession; editor: TiptapEditor } {
  if (session === null || editor === null) throw new Error('the harness is not open')
  return { session, editor }
}

function at(block: number, offset: number): number {
  const { doc } = opened().editor.state
  let pos = 0
  for (let index = 0; index < block; index += 1) pos += doc.child(index).nodeSize
  return pos + 1 + offset
}

/** Where `text` first stands. */
function placeOf(text: string): number {
  let found = -1
  opened().editor.state.doc.descendants((node, pos) => {
    const index = node.isTextblock && found === -1 ? node.textContent.indexOf(text) : -1
    if (index !== -1) found = pos + 1 + index
    return !node.isTextblock
  })
  if (found === -1) throw new Error(`no ${text}`)
  return found
}

window.harness = {
  open(state, blocks, user, editable = true) {
    const initial = state === null ? updateOf(blocks ?? []) : new Uint8Array(state)
    session = new TestSession(initial, ({ kind, bytes }) => window.sendToRelay?.({ kind, bytes: Array.from(bytes) }))
    session.awareness.setLocalStateField('user', user)
    const root = document.getElementById('root')
    if (root === null) throw new Error('no root')
    createRoot(root).render(
      <main className="harness-paper">
        <Editor
          session={session}
          person={user.id}
          editable={editable}
          label="试台材料"
          onReady={(ready) => {
            editor = ready
            document.body.dataset.ready = ''
          }}
        />
      </main>,
    )
  },
  receive(messages) {
    // Whoever is not here yet gets the whole document on arriving.
    for (const { kind, bytes } of messages) session?.receive({ kind, bytes: new Uint8Array(bytes) })
  },
  state: () => Array.from(opened().session.state()),
  blocks: () => readBlocks(rootOf(opened().session.doc)),
  suggest: () => setMode(opened().editor, 'suggest'),
  under: (view) => blocksUnder(opened().session.doc, view),
  select(anchor, head = anchor) {
    const { view } = opened().editor
    view.focus()
    view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, at(...anchor), at(...head))))
  },
  selection() {
    const { $from, $to } = opened().editor.state.selection
    return { block: $from.index(0), from: $from.parentOffset, to: $to.parentOffset }
  },
  editor: () => opened().editor,
  sections: () => sectionsOf(opened().editor).getSnapshot(),
  waiting: () => opened().session.waiting,
  isHeld: () => opened().session.isHeld,
  act(deed) {
    const { view } = opened().editor
    const { tr, schema } = view.state
    switch (deed.do) {
      case 'insert':
        return view.dispatch(tr.insertText(deed.text, at(deed.block, deed.at)))
      case 'remove':
        return view.dispatch(tr.delete(at(deed.block, deed.from), at(deed.block, deed.to)))
      case 'bold':
        return view.dispatch(tr.addMark(at(deed.block, deed.from), at(deed.block, deed.to), schema.mark('bold')))
      case 'split':
        return view.dispatch(tr.split(at(deed.block, deed.at)))
      case 'join':
        return view.dispatch(tr.join(at(deed.block, 0) - 1))
      case 'removeBlock':
        return view.dispatch(tr.delete(at(deed.block, 0) - 1, at(deed.block + 1, 0) - 1))
      case 'newBlock':
        return view.dispatch(tr.insert(at(deed.block, 0) - 1, schema.node('paragraph', null, schema.text(deed.text))))
      case 'makeHeading':
        return view.dispatch(tr.setNodeMarkup(at(deed.block, 0) - 1, schema.nodes.heading, { level: 2 }))
      case 'select':
        return window.harness.select(deed.from, deed.to)
      case 'find': {
        const from = placeOf(deed.text)
        const to = deed.to === undefined ? from + deed.text.length : placeOf(deed.to) + deed.to.length
        const [anchor, head] = deed.caret === 'before' ? [from, from] : deed.caret === 'behind' ? [to, to] : [from, to]
        view.focus()
        return view.dispatch(tr.setSelection(TextSelection.create(tr.doc, anchor, head)))
      }
      case 'kind':
        setBlockKind(deed.kind)(view.state, view.dispatch, view)
        return
      case 'replaceAll':
        setQuery(opened().editor, { text: deed.text, matchCase: false })
        replaceAll(opened().editor, deed.by)
        return
    }
  },
}
document.body.dataset.loaded = ''

/** Several people's editors on one text, over a network that waits to be told; who suggests is judged as the server would. */
import type { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import * as Y from 'yjs'
import type { PersonId } from '../../../../shared/ids'
import type { Block } from '../../../../shared/schema/blocks'
import { readBlocks, rootOf, updateOf } from '../../../../shared/schema/ydoc'
import { cardsIn } from '../../../../shared/suggestions/cards'
import type { Decision } from '../../../../shared/suggestions/decide'
import { workOut } from '../../../../shared/suggestions/document-edit'
import { newSuggestionId } from '../../../../shared/suggestions/proposal'
import { keepApart } from '../../../../shared/suggestions/keep-apart'
import { repair } from '../../../../shared/suggestions/repair'
import { conclude, inspect, type Verdict } from '../../../../shared/suggestions/verdict'
import { openTestEditor } from '../../testing/open-test-editor'
import { TestSession } from '../../testing/test-session'
import { setMode } from '../cards-store'
import type { RefusalReason } from '../suggesting-state'

export class Person {
  readonly editor: Editor
  readonly refusals: RefusalReason[] = []
  readonly clients: ReadonlySet<number>

  constructor(
    readonly id: PersonId,
    readonly session: TestSession,
    readonly suggests: boolean,
  ) {
    this.editor = openTestEditor({ session, person: id })
    this.editor.on('suggestionRefused', ({ reason }) => this.refusals.push(reason))
    this.clients = new Set([session.doc.clientID])
    if (suggests) setMode(this.editor, 'suggest')
  }

  /** The caret before the first `needle`, or behind it; or over it. */
  at(needle: string, where: 'before' | 'behind' | 'over' = 'before'): void {
    const { view } = this.editor
    const from = this.find(needle)
    const to = from + needle.length
    const [anchor, head] = where === 'over' ? [from, to] : where === 'before' ? [from, from] : [to, to]
    view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, anchor, head)))
  }

  select(fromNeedle: string, toNeedle: string): void {
    const { view } = this.editor
    const [from, to] = [this.find(fromNeedle), this.find(toNeedle) + toNeedle.length]
    view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, from, to)))
  }

  find(needle: string): number {
    let found = -1
    this.editor.state.doc.descendants((node, pos) => {
      const at = node.isTextblock ? node.textContent.indexOf(needle) : -1
      if (found === -1 && at !== -1) found = pos + 1 + at
      return !node.isTextblock
    })
    if (found === -1) throw new Error(`no ${needle}`)
    return found
  }

  texts(): string[] {
    return textsOf(this.editor)
  }
}

function textsOf(editor: Editor): string[] {
  const texts: string[] = []
  editor.state.doc.descendants((node) => {
    if (node.isTextblock) texts.push(node.textContent)
    return !node.isTextblock
  })
  return texts
}

export class Meeting {
  readonly people: Person[] = []
  /** Verdicts on suggesters' updates that did not pass at once. */
  readonly objections: Verdict[] = []
  /** Those that did not pass even after they had been mended: an honest person never meets one. */
  readonly refused: Verdict[] = []
  private readonly server = new Y.Doc()
  private readonly takenAway = new Map<string, string>()
  private readonly queue: { from: Person | null; bytes: Uint8Array }[] = []

  constructor(blocks: readonly Block[]) {
    Y.applyUpdate(this.server, updateOf(blocks))
  }

  join(id: string, how: { suggests: boolean }): Person {
    const session = new TestSession(Y.encodeStateAsUpdate(this.server), ({ kind, bytes }) => {
      if (kind === 'update') this.queue.push({ from: person, bytes })
    })
    // The same seed, the same order of what is written at the same time.
    session.doc.clientID = this.people.length + 1
    const person: Person = new Person(id as PersonId, session, how.suggests)
    this.people.push(person)
    return person
  }

  /** Everything that was written reaches everybody. */
  deliver(): void {
    for (let next = this.queue.shift(); next !== undefined; next = this.queue.shift()) {
      const mended = this.judge(next.from, next.bytes)
      for (const person of this.people) {
        if (person !== next.from) person.session.receive({ kind: 'update', bytes: next.bytes })
        for (const bytes of mended) person.session.receive({ kind: 'update', bytes })
      }
    }
  }

  /** As `server/collab/judge.ts` does. @returns the server's own repairs. */
  private judge(from: Person | null, bytes: Uint8Array): Uint8Array[] {
    const repairs: Uint8Array[] = []
    const listen = (update: Uint8Array, origin: unknown) => origin === 'repair' && repairs.push(update)
    if (from?.suggests !== true) {
      this.follow(bytes, from, listen)
      return repairs
    }
    const latest = Date.now() + 60_000
    const watch = (transaction: Y.Transaction) => {
      if (transaction.origin !== from) return
      const inspection = inspect(transaction, { person: from.id, scope: 'everywhere', latest })
      const verdict = conclude(inspection)
      if (verdict.ok) return
      this.objections.push(verdict)
      this.server.transact(() => {
        const newId = () => newSuggestionId(from.id, Date.now(), Math.random())
        const options = { isOwnClient: (client: number) => from.clients.has(client), isContested: () => true, newId }
        const mended = repair(inspection, options) ? conclude(inspection) : verdict
        if (!mended.ok) this.refused.push(mended)
      }, 'repair')
    }
    this.server.on('update', listen)
    this.server.on('afterTransaction', watch)
    Y.applyUpdate(this.server, bytes, from)
    this.server.off('afterTransaction', watch)
    this.server.off('update', listen)
    return repairs
  }

  /** An editor's change, or (null) the server's own. */
  private follow(bytes: Uint8Array, from: Person | null, listen: (update: Uint8Array, origin: unknown) => void): void {
    const origin = from ?? 'decision'
    const watch = (transaction: Y.Transaction) => {
      if (transaction.origin !== origin) return
      const options = { isContested: () => true, takenAway: this.takenAway }
      if (from !== null) this.server.transact(() => keepApart(transaction, options), 'repair')
    }
    this.server.on('update', listen)
    this.server.on('afterTransaction', watch)
    Y.applyUpdate(this.server, bytes, origin)
    this.server.off('afterTransaction', watch)
    this.server.off('update', listen)
  }

  /** The server decides, as everybody then sees. */
  decide(decision: Decision, which: readonly string[] = this.ids()): void {
    const copy = this.copy()
    const { update } = workOut(copy, { kind: 'decide', suggestions: which, decision })
    if (update !== null) this.queue.push({ from: null, bytes: update })
    this.deliver()
  }

  /** The same, while what people wrote is still on its way. */
  decideFirst(decision: Decision): void {
    const { update } = workOut(this.copy(), { kind: 'decide', suggestions: this.ids(), decision })
    if (update !== null) this.queue.unshift({ from: null, bytes: update })
    this.deliver()
  }

  ids(): string[] {
    return this.cards().map(({ id }) => id)
  }

  cards() {
    return cardsIn(rootOf(this.server))
  }

  /** The text as it would be. */
  after(decision: Decision): Block[] {
    const copy = this.copy()
    workOut(copy, { kind: 'decide', suggestions: this.ids(), decision })
    return readBlocks(rootOf(copy))
  }

  blocks(): Block[] {
    return readBlocks(rootOf(this.server))
  }

  private copy(): Y.Doc {
    const copy = new Y.Doc()
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(this.server))
    return copy
  }

  /** Whether all pages hold and show the same. */
  differences(): string[] {
    const wanted = JSON.stringify(rootOf(this.server).toJSON())
    return this.people.flatMap(({ id, session, editor }) => [
      ...(JSON.stringify(rootOf(session.doc).toJSON()) === wanted ? [] : [`${id} holds another text`]),
      ...(textsOf(editor).join('\n') === textsIn(session.doc) ? [] : [`${id} shows another text`]),
    ])
  }

  close(): void {
    for (const { editor } of this.people) editor.destroy()
  }
}

function textsIn(doc: Y.Doc): string {
  const texts: string[] = []
  const visit = (node: Y.XmlElement | Y.XmlFragment) => {
    const children = node.toArray()
    const isBlock = node instanceof Y.XmlElement && !['table', 'tableRow', 'tableCell', 'tableHeader'].includes(node.nodeName)
    if (isBlock) texts.push(children.map((child) => (child instanceof Y.XmlText ? plainOf(child) : '')).join(''))
    else for (const child of children) if (child instanceof Y.XmlElement) visit(child)
  }
  visit(rootOf(doc))
  return texts.join('\n')
}

function plainOf(text: Y.XmlText): string {
  return (text.toDelta() as { insert: string }[]).map(({ insert }) => insert).join('')
}

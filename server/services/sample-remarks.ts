/** What the sample's people propose and remark, set into its texts as their pages would have. */
import * as Y from 'yjs'
import { setAnchorOn } from '../../shared/comments/anchor'
import type { MaterialId, PersonId } from '../../shared/ids'
import type { SampleMaterial, SampleThread } from '../../shared/samples/sample'
import { updateOf } from '../../shared/schema/ydoc'
import { newSuggestionId } from '../../shared/suggestions/proposal'
import { proposeReplacement } from '../../shared/suggestions/propose'
import { newId } from '../platform/random'
import type { Records } from '../ports/records'
import type { Enrolment } from './enrolment'

const MINUTE_MS = 60_000

interface Thread {
  id: string
  material: MaterialId
  sample: SampleThread
}

export class SampleRemarks {
  readonly #people: ReadonlyMap<string, PersonId>
  readonly #at: number
  readonly #threads: Thread[] = []

  constructor({ people, memberships }: Enrolment, at: number) {
    const inMeeting = new Set(memberships.map(({ person }) => person))
    this.#people = new Map(people.flatMap(({ id, name }) => (inMeeting.has(id) ? [[name, id] as const] : [])))
    this.#at = at
  }

  person(name: string): PersonId {
    const id = this.#people.get(name)
    if (id === undefined) throw new Error(`The sample speaks of nobody: ${name}`)
    return id
  }

  /** @returns the text with everything on it, and how many suggestions that is. */
  on(
    material: MaterialId,
    { blocks, suggestions = [], threads = [] }: SampleMaterial,
  ): { update: Uint8Array; suggestions: number } {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, updateOf(blocks))
    doc.transact(() => {
      for (const sample of threads) {
        const id = newId()
        if (!setAnchorOn(doc, id, sample.words)) throw new Error(`The sample has nowhere: ${sample.words}`)
        this.#threads.push({ id, material, sample })
      }
      for (const [index, { by, minutesAgo, words, becomes }] of suggestions.entries()) {
        const author = this.person(by)
        const id = newSuggestionId(author, this.#at - minutesAgo * MINUTE_MS, index / suggestions.length)
        if (!proposeReplacement(doc, { id, author, words, becomes })) throw new Error(`The sample has nowhere: ${words}`)
      }
    })
    const update = Y.encodeStateAsUpdate(doc)
    doc.destroy()
    return { update, suggestions: suggestions.length }
  }

  /** Call inside a transaction, when people and materials are written. */
  async write({ comments }: Pick<Records, 'comments'>): Promise<void> {
    for (const { id, material, sample } of this.#threads) {
      await comments.createThread({ id, material, suggestion: null, quote: sample.words })
      for (const { by, minutesAgo, text } of sample.said) {
        await comments.add({
          thread: id,
          author: this.person(by),
          at: this.#at - minutesAgo * MINUTE_MS,
          text,
          mentions: [],
          foreignAuthor: null,
        })
      }
    }
  }
}

/**
 * Comments: words about words. Who said what and when are the server's to know; who may comment need not be able to write, so
 * the place of a thread in the text is set here, for them. Whoever may not read the material learns nothing of any of it.
 */
import { atLeast } from '../../shared/access/ability'
import { abilityOn } from '../../shared/access/can'
import type { Position } from '../../shared/comments/anchor'
import { AppError } from '../../shared/errors'
import type { MaterialId, PersonId } from '../../shared/ids'
import type { Clock } from '../platform/clock'
import { newId } from '../platform/random'
import type { CommentRecord, CommentRecords, ThreadRecord } from '../ports/comments'
import type { Records } from '../ports/records'
import type { RoomsPort } from '../ports/rooms'
import type { Asker } from './asker'
import type { Audit } from './audit'
import { commentViewer } from './comment-views'
import { type MaterialInSight, materialInSight } from './rights'
import type { CommentsView, ThreadView } from './shapes'

export interface CommentsOptions {
  records: Records
  rooms: Pick<RoomsPort, 'edit' | 'survey'>
  audit: Audit
  clock: Clock
}

interface Said {
  text: string
  mentions: readonly PersonId[]
}

interface NewThread extends Said {
  on: { from: Position; to: Position } | { suggestion: string }
}

type Words = Pick<CommentRecord, 'text' | 'mentions'>
type NewPlace = Omit<ThreadRecord, 'resolvedAt' | 'resolvedBy'>

interface InThread {
  material: MaterialId
  thread: string
}

interface OneComment extends InThread {
  comment: number
}

export class Comments {
  readonly #options: CommentsOptions

  constructor(options: CommentsOptions) {
    this.#options = options
  }

  async list(asker: Asker, id: MaterialId): Promise<CommentsView> {
    const { records } = this.#options
    const seen = await materialInSight(records, id, asker.person, 'read')
    const view = await commentViewer(records, id, asker.person)
    const threads = await records.comments.threads(id)
    return { threads: threads.map(view), readers: await this.#readers(seen) }
  }

  async create(asker: Asker, material: MaterialId, { on, ...said }: NewThread): Promise<ThreadView> {
    const inSight = await this.#mayComment(asker, material)
    const words = await this.#wordsOf(inSight, said)
    const made = 'suggestion' in on ? await this.#onSuggestion(material, on.suggestion) : await this.#onWords(asker, material, on)
    const { id: thread } = await this.#options.records.transaction(async ({ comments }) => {
      // A suggestion has one thread: whoever was first has begun it.
      const begun = made.suggestion === null ? null : await comments.threadOn(material, made.suggestion)
      if (begun === null) await comments.createThread(made)
      await this.#say(comments, asker, begun?.id ?? made.id, words)
      return begun ?? made
    })
    await this.#options.audit.record(asker, 'comment.create', targetOf({ material, thread }))
    return this.#view(asker, { material, thread })
  }

  async reply(asker: Asker, { text, mentions, ...place }: InThread & Said): Promise<ThreadView> {
    const inSight = await this.#mayComment(asker, place.material)
    await this.#thread(place)
    const words = await this.#wordsOf(inSight, { text, mentions })
    await this.#options.records.transaction(({ comments }) => this.#say(comments, asker, place.thread, words))
    await this.#options.audit.record(asker, 'comment.reply', targetOf(place))
    return this.#view(asker, place)
  }

  async edit(asker: Asker, { text, mentions, ...place }: OneComment & Said): Promise<ThreadView> {
    const { records, audit, clock } = this.#options
    const inSight = await this.#mayComment(asker, place.material)
    const { comment } = await this.#own(asker, place)
    const words = await this.#wordsOf(inSight, { text, mentions })
    if (words.text !== comment.text) await records.comments.change(comment.id, { ...words, editedAt: clock.now() })
    await audit.record(asker, 'comment.edit', targetOf(place))
    return this.#view(asker, place)
  }

  async remove(asker: Asker, place: OneComment): Promise<void> {
    const { records, rooms, audit } = this.#options
    await this.#mayComment(asker, place.material)
    const { thread } = await this.#own(asker, place)
    const left = await records.transaction(async ({ comments }) => {
      const said = await comments.listOf(place.thread)
      if (said.at(-1)?.id !== place.comment) throw new AppError('CONFLICT', 'It has been answered')
      if (said.length === 1) await comments.removeThread(place.thread)
      else await comments.remove(place.comment)
      return said.length - 1
    })
    if (left === 0 && thread.suggestion === null) {
      await rooms.edit(place.material, { kind: 'unanchor', thread: place.thread }, asker.person)
    }
    await audit.record(asker, 'comment.delete', targetOf(place))
  }

  async resolve(asker: Asker, place: InThread, resolved: boolean): Promise<ThreadView> {
    const { records, audit, clock } = this.#options
    await this.#mayComment(asker, place.material)
    await this.#thread(place)
    const changed = await records.comments.setResolved(place.thread, resolved ? { by: asker.person, at: clock.now() } : null)
    if (changed) await audit.record(asker, resolved ? 'comment.resolve' : 'comment.reopen', targetOf(place))
    return this.#view(asker, place)
  }

  async see(asker: Asker, material: MaterialId, seen: readonly { thread: string; comment: number }[]): Promise<void> {
    const { records } = this.#options
    await materialInSight(records, material, asker.person, 'read')
    const known = new Map<string, number>()
    for (const { thread, id } of await records.comments.list(material)) known.set(thread, id)
    for (const { thread, comment } of seen) {
      const last = known.get(thread)
      // Nobody has seen what has not been said yet.
      if (last !== undefined) await records.comments.see(thread, asker.person, Math.min(comment, last))
    }
  }

  async #mayComment(asker: Asker, material: MaterialId): Promise<MaterialInSight> {
    return materialInSight(this.#options.records, material, asker.person, 'comment')
  }

  async #onWords(asker: Asker, material: MaterialId, { from, to }: { from: Position; to: Position }): Promise<NewPlace> {
    const id = newId<string>()
    const { quote } = await this.#options.rooms.edit(material, { kind: 'anchor', thread: id, from, to }, asker.person)
    if (quote === '') throw new AppError('CONFLICT', 'These words are gone')
    return { id, material, suggestion: null, quote }
  }

  async #onSuggestion(material: MaterialId, suggestion: string): Promise<NewPlace> {
    const { records, rooms } = this.#options
    const begun = await records.comments.threadOn(material, suggestion)
    if (begun !== null) return { id: begun.id, material, suggestion, quote: begun.quote }
    const card = (await rooms.survey(material)).suggestions.find(({ id }) => id === suggestion)
    if (card === undefined) throw new AppError('CONFLICT', 'This suggestion is decided already')
    const quote = card.inserted || card.deleted || card.changes.map(({ text }) => text).join('')
    return { id: newId<string>(), material, suggestion, quote: quote.slice(0, MAX_QUOTE_CHARS) }
  }

  async #thread({ material, thread }: InThread): Promise<ThreadRecord> {
    const found = await this.#options.records.comments.thread(thread)
    if (found === null || found.material !== material) throw new AppError('NOT_FOUND', 'No such thread')
    return found
  }

  async #own(asker: Asker, place: OneComment): Promise<{ thread: ThreadRecord; comment: CommentRecord }> {
    const thread = await this.#thread(place)
    const comment = (await this.#options.records.comments.listOf(place.thread)).find(({ id }) => id === place.comment)
    if (comment === undefined) throw new AppError('NOT_FOUND', 'No such comment')
    if (comment.author !== asker.person || comment.foreignAuthor !== null)
      throw new AppError('FORBIDDEN', 'Only its author changes a comment')
    return { thread, comment }
  }

  /** Whoever speaks has seen what was said before. */
  async #say(comments: CommentRecords, asker: Asker, thread: string, words: Words): Promise<void> {
    const id = await comments.add({ ...words, thread, author: asker.person, foreignAuthor: null, at: this.#options.clock.now() })
    await comments.see(thread, asker.person, id)
  }

  /** Mentioned is whose name stands in the text behind an @, and who may read it. */
  async #wordsOf(inSight: MaterialInSight, { text, mentions }: Said): Promise<Words> {
    const readers = await this.#readers(inSight)
    const named = readers.filter(({ person, name }) => mentions.includes(person) && text.includes(`@${name}`))
    return { text, mentions: named.map(({ person }) => person) }
  }

  async #readers({ meeting, facts }: MaterialInSight): Promise<{ person: PersonId; name: string }[]> {
    const members = await this.#options.records.members.list(meeting.id)
    return members
      .filter(({ membership: { person, roles } }) => atLeast(abilityOn(facts, { person, roles }), 'read'))
      .map(({ person }) => ({ person: person.id, name: person.name }))
  }

  async #view(asker: Asker, place: InThread): Promise<ThreadView> {
    const { records } = this.#options
    const view = await commentViewer(records, place.material, asker.person)
    return view(await this.#thread(place))
  }
}

const MAX_QUOTE_CHARS = 300

function targetOf({ material, thread }: InThread): string {
  return `material ${material} thread ${thread}`
}

/** Comments of a file as threads: who said what and when, what answers what, what is settled; and where they stand while a text is read. */
import type { Element } from '@xmldom/xmldom'
import type { ImportedThread } from '../ports/importer'
import { newId } from '../platform/random'
import type { Losses } from './docx-losses'
import { timeIn } from './docx-revisions'
import { attributeOf, childrenOf } from './docx-xml'

const MOST_COMMENTS = 2_000
const MOST_CHARACTERS = 4_000
/** Over one stretch of text. */
const MOST_AT_ONCE = 20
const MOST_ANSWERS_DEEP = 100

interface ReadComment {
  paragraph: string | null
  thread: ImportedThread
}

/** Threads by the id of each of their comments. */
export type ThreadsById = ReadonlyMap<string, ImportedThread>

export function readThreads(comments: Element | null, extended: Element | null, offset: number, losses: Losses): ThreadsById {
  const answers = new Map<string, { parent: string | null; done: boolean }>()
  for (const element of extended === null ? [] : childrenOf(extended)) {
    const paragraph = element.getAttribute('w15:paraId')
    const done = element.getAttribute('w15:done')
    if (paragraph !== null)
      answers.set(paragraph, { parent: element.getAttribute('w15:paraIdParent'), done: done === '1' || done === 'true' })
  }
  const read = new Map<string, ReadComment>()
  const byParagraph = new Map<string, ReadComment>()
  for (const element of comments === null ? [] : childrenOf(comments)) {
    const id = attributeOf(element, 'id')
    if (element.localName !== 'comment' || id === null) continue
    const text = textOf(element)
    if (read.size >= MOST_COMMENTS || text.length > MOST_CHARACTERS) losses.add('longComment', text)
    if (read.size >= MOST_COMMENTS) continue
    const paragraph = paragraphOf(element)
    const said = {
      author: attributeOf(element, 'author') ?? '',
      at: timeIn(element, offset),
      text: text.slice(0, MOST_CHARACTERS) || '（空批注）',
    }
    const resolved = answers.get(paragraph ?? '')?.done ?? false
    const one: ReadComment = { paragraph, thread: { id: newId<string>(), suggestion: null, resolved, comments: [said] } }
    read.set(id, one)
    if (paragraph !== null) byParagraph.set(paragraph, one)
  }
  const threads = new Map<string, ImportedThread>()
  for (const [id, one] of read) {
    const first = firstOf(one, answers, byParagraph)
    if (first !== one) first.thread.comments.push(...one.thread.comments)
    threads.set(id, first.thread)
  }
  for (const { thread } of read.values()) thread.comments.sort((a, b) => a.at - b.at)
  return threads
}

/** What a comment answers in the end. */
function firstOf(
  comment: ReadComment,
  answers: ReadonlyMap<string, { parent: string | null }>,
  byParagraph: ReadonlyMap<string, ReadComment>,
): ReadComment {
  let first = comment
  for (let depth = 0; depth < MOST_ANSWERS_DEEP; depth++) {
    const above = byParagraph.get(answers.get(first.paragraph ?? '')?.parent ?? '')
    if (above === undefined || above === comment) return first
    first = above
  }
  return comment
}

/** A comment is known by its last paragraph. */
function paragraphOf(comment: Element): string | null {
  return (
    childrenOf(comment)
      .filter(({ localName }) => localName === 'p')
      .at(-1)
      ?.getAttribute('w14:paraId') ?? null
  )
}

function textOf(comment: Element): string {
  const paragraphs = childrenOf(comment).filter(({ localName }) => localName === 'p')
  return paragraphs
    .map((paragraph) => paragraph.textContent ?? '')
    .join('\n')
    .trim()
}

/** Which threads stand over what is being read. */
export class ThreadPlaces {
  readonly #threads: ThreadsById
  readonly #losses: Losses
  /** Comments whose stretch has begun. */
  readonly #open = new Map<string, string>()
  readonly #begun = new Set<string>()
  #over: string[] | undefined

  constructor(threads: ThreadsById, losses: Losses) {
    this.#threads = threads
    this.#losses = losses
  }

  begin(comment: string | null): void {
    const thread = this.#threads.get(comment ?? '')
    if (comment === null || thread === undefined || this.#open.size >= MOST_AT_ONCE) {
      this.#losses.add('comment')
      return
    }
    this.#begun.add(thread.id)
    this.#open.set(comment, thread.id)
    this.#count()
  }

  end(comment: string | null): void {
    this.#open.delete(comment ?? '')
    this.#count()
  }

  /** The thread of a comment that stands at a place and over no stretch; null: it has its stretch. */
  at(comment: string | null): string | null {
    const thread = this.#threads.get(comment ?? '')
    if (thread === undefined || this.#begun.has(thread.id)) return null
    this.#begun.add(thread.id)
    return thread.id
  }

  /** Undefined: none. */
  over(): string[] | undefined {
    return this.#over
  }

  #count(): void {
    this.#over = this.#open.size === 0 ? undefined : [...new Set(this.#open.values())]
  }
}

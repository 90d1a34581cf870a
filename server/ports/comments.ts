/** Threads of comments as they are kept. What stands in the document is their place, and nothing else. */
import type { MaterialId, PersonId } from '../../shared/ids'

export interface ThreadRecord {
  id: string
  material: MaterialId
  /** The suggestion it is about; null: words of the text. */
  suggestion: string | null
  /** The words it is about, as they read when it began. */
  quote: string
  resolvedAt: number | null
  resolvedBy: PersonId | null
}

export interface CommentRecord {
  /** Later ones have higher numbers. */
  id: number
  thread: string
  /** Who said it, or imported it. */
  author: PersonId
  /** Who said it in the file that was imported; null: `author`. */
  foreignAuthor: string | null
  at: number
  editedAt: number | null
  text: string
  mentions: PersonId[]
}

export type NewComment = Omit<CommentRecord, 'id' | 'editedAt'>

export interface CommentRecords {
  createThread(thread: Omit<ThreadRecord, 'resolvedAt' | 'resolvedBy'>): Promise<void>
  thread(id: string): Promise<ThreadRecord | null>
  threadOn(material: MaterialId, suggestion: string): Promise<ThreadRecord | null>
  /** In the order they were begun. */
  threads(material: MaterialId): Promise<ThreadRecord[]>
  /** Its comments and who has seen what of it go with it. */
  removeThread(id: string): Promise<void>
  /** @returns false if it was so already. */
  setResolved(thread: string, resolved: { by: PersonId; at: number } | null): Promise<boolean>
  add(comment: NewComment): Promise<number>
  /** The oldest first. */
  list(material: MaterialId): Promise<CommentRecord[]>
  /** The oldest first. */
  listOf(thread: string): Promise<CommentRecord[]>
  change(id: number, change: Pick<CommentRecord, 'text' | 'mentions' | 'editedAt'>): Promise<void>
  remove(id: number): Promise<void>
  /** The last comment `person` has seen of each thread. */
  seen(material: MaterialId, person: PersonId): Promise<Map<string, number>>
  /** Never takes back what was seen. */
  see(thread: string, person: PersonId, comment: number): Promise<void>
}

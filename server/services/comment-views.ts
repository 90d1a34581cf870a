/** Threads as the interface shows them to one person: with the names of those who spoke, and what that person has not seen. */
import type { MaterialId, PersonId } from '../../shared/ids'
import { foreignAuthor } from '../../shared/model/foreign-author'
import type { CommentRecord, ThreadRecord } from '../ports/comments'
import type { Records } from '../ports/records'
import type { ThreadView } from './shapes'

/** Reads all that is needed once; the view itself asks nothing more. */
export async function commentViewer(
  records: Records,
  material: MaterialId,
  asker: PersonId,
): Promise<(thread: ThreadRecord) => ThreadView> {
  const [comments, threads, seen] = await Promise.all([
    records.comments.list(material),
    records.comments.threads(material),
    records.comments.seen(material, asker),
  ])
  const people = [
    ...comments.flatMap(({ author, mentions }) => [author, ...mentions]),
    ...threads.flatMap(({ resolvedBy }) => (resolvedBy === null ? [] : [resolvedBy])),
  ]
  const names = await namesOf(records, new Set(people))
  const nameOf = (person: PersonId) => names.get(person) ?? ''
  const byThread = new Map<string, CommentRecord[]>()
  for (const comment of comments) byThread.set(comment.thread, [...(byThread.get(comment.thread) ?? []), comment])

  const commentView = ({ thread: _, mentions, author, foreignAuthor: name, ...comment }: CommentRecord) => ({
    ...comment,
    author: name === null ? author : foreignAuthor(name),
    authorName: name ?? nameOf(author),
    mentions: mentions.map((person) => ({ person, name: nameOf(person) })),
  })
  return ({ id, suggestion, quote, resolvedAt, resolvedBy }) => {
    const said = byThread.get(id) ?? []
    const last = seen.get(id) ?? 0
    return {
      id,
      suggestion,
      quote,
      resolved: resolvedAt === null || resolvedBy === null ? null : { by: resolvedBy, name: nameOf(resolvedBy), at: resolvedAt },
      comments: said.map(commentView),
      unread: said.filter((comment) => comment.id > last && comment.author !== asker).length,
    }
  }
}

async function namesOf(records: Records, people: ReadonlySet<PersonId>): Promise<Map<PersonId, string>> {
  const found = await Promise.all([...people].map((person) => records.people.get(person)))
  return new Map(found.flatMap((person) => (person === null ? [] : [[person.id, person.name] as const])))
}

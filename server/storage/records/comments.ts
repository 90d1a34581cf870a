import { type Kysely, type Selectable, sql } from 'kysely'
import type { CommentRecord, CommentRecords, ThreadRecord } from '../../ports/comments'
import type { Tables } from '../tables'
import { fromJson, toJson } from './json'

export function commentRecords(db: Kysely<Tables>): CommentRecords {
  const threads = () => db.selectFrom('comment_threads').selectAll()
  const comments = () => db.selectFrom('comments').selectAll('comments').orderBy('comments.id')
  return {
    async createThread(thread) {
      await db.insertInto('comment_threads').values(thread).execute()
    },
    async thread(id) {
      const row = await threads().where('id', '=', id).executeTakeFirst()
      return row === undefined ? null : threadOf(row)
    },
    async threadOn(material, suggestion) {
      const row = await threads().where('material', '=', material).where('suggestion', '=', suggestion).executeTakeFirst()
      return row === undefined ? null : threadOf(row)
    },
    async threads(material) {
      return (await threads().where('material', '=', material).orderBy('position').execute()).map(threadOf)
    },
    async removeThread(id) {
      await db.deleteFrom('comments').where('thread', '=', id).execute()
      await db.deleteFrom('comment_reads').where('thread', '=', id).execute()
      await db.deleteFrom('comment_threads').where('id', '=', id).execute()
    },
    async setResolved(thread, resolved) {
      const result = await db
        .updateTable('comment_threads')
        .set({ resolved_at: resolved?.at ?? null, resolved_by: resolved?.by ?? null })
        .where('id', '=', thread)
        .where('resolved_at', resolved === null ? 'is not' : 'is', null)
        .executeTakeFirst()
      return result.numUpdatedRows === 1n
    },
    async add({ mentions, foreignAuthor, ...comment }) {
      const row = await db
        .insertInto('comments')
        .values({ ...comment, foreign_author: foreignAuthor, mentions: toJson(mentions) })
        .returning('id')
        .executeTakeFirstOrThrow()
      return row.id
    },
    async list(material) {
      const rows = await comments()
        .innerJoin('comment_threads', 'comment_threads.id', 'comments.thread')
        .where('material', '=', material)
        .execute()
      return rows.map(commentOf)
    },
    async listOf(thread) {
      return (await comments().where('thread', '=', thread).execute()).map(commentOf)
    },
    async change(id, { text, mentions, editedAt }) {
      const columns = { text, mentions: toJson(mentions), edited_at: editedAt }
      await db.updateTable('comments').set(columns).where('id', '=', id).execute()
    },
    async remove(id) {
      await db.deleteFrom('comments').where('id', '=', id).execute()
    },
    async seen(material, person) {
      const rows = await db
        .selectFrom('comment_reads')
        .innerJoin('comment_threads', 'comment_threads.id', 'comment_reads.thread')
        .select(['thread', 'seen'])
        .where('material', '=', material)
        .where('person', '=', person)
        .execute()
      return new Map(rows.map(({ thread, seen }) => [thread, seen]))
    },
    async see(thread, person, comment) {
      await db
        .insertInto('comment_reads')
        .values({ thread, person, seen: comment })
        .onConflict((conflict) =>
          conflict.columns(['thread', 'person']).doUpdateSet({ seen: sql<number>`max(seen, excluded.seen)` }),
        )
        .execute()
    },
  }
}

function threadOf({ id, material, suggestion, quote, ...row }: Selectable<Tables['comment_threads']>): ThreadRecord {
  return { id, material, suggestion, quote, resolvedAt: row.resolved_at, resolvedBy: row.resolved_by }
}

function commentOf({ edited_at, foreign_author, mentions, ...row }: Selectable<Tables['comments']>): CommentRecord {
  return { ...row, foreignAuthor: foreign_author, editedAt: edited_at, mentions: fromJson(mentions) }
}

import type { Kysely, Selectable } from 'kysely'
import type { DecisionRecord, DecisionRecords } from '../../ports/records'
import type { Tables } from '../tables'
import { fromJson, toJson } from './json'

export function decisionRecords(db: Kysely<Tables>): DecisionRecords {
  return {
    async add({ suggestions, steps, ...rest }) {
      const row = await db
        .insertInto('decisions')
        .values({ ...rest, suggestions: toJson(suggestions), steps: toJson(steps) })
        .returning('id')
        .executeTakeFirstOrThrow()
      return row.id
    },
    async get(id) {
      const row = await db.selectFrom('decisions').selectAll().where('id', '=', id).executeTakeFirst()
      return row === undefined ? null : decisionOf(row)
    },
    async list(material) {
      const rows = await db.selectFrom('decisions').selectAll().where('material', '=', material).orderBy('id', 'desc').execute()
      return rows.map(decisionOf)
    },
    async markUndone(id, at) {
      const result = await db
        .updateTable('decisions')
        .set({ undone_at: at })
        .where('id', '=', id)
        .where('undone_at', 'is', null)
        .executeTakeFirst()
      return result.numUpdatedRows === 1n
    },
  }
}

function decisionOf({ undone_at, suggestions, steps, ...row }: Selectable<Tables['decisions']>): DecisionRecord {
  return { ...row, undoneAt: undone_at, suggestions: fromJson(suggestions), steps: fromJson(steps) }
}

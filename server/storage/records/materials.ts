import type { Kysely, Selectable } from 'kysely'
import type { MaterialRecord, MaterialRecords } from '../../ports/records'
import type { MaterialsTable, Tables } from '../tables'
import { fromJson, toJson } from './json'

export function materialRecords(db: Kysely<Tables>): MaterialRecords {
  return {
    async create(material, at) {
      const { openedTo, ...rest } = material
      await db
        .insertInto('materials')
        .values({ ...rest, opened_to: toJson(openedTo), created_at: at, updated_at: at })
        .execute()
    },
    async get(id) {
      const row = await db.selectFrom('materials').selectAll().where('id', '=', id).executeTakeFirst()
      return row === undefined ? null : materialOf(row)
    },
    async list(meeting) {
      const rows = await db
        .selectFrom('materials')
        .selectAll()
        .where('meeting', '=', meeting)
        .orderBy('kind')
        .orderBy('position')
        .execute()
      return rows.map(materialOf)
    },
    async change(id, { openedTo, ...change }, at) {
      const columns = { ...change, ...(openedTo === undefined ? {} : { opened_to: toJson(openedTo) }), updated_at: at }
      await db.updateTable('materials').set(columns).where('id', '=', id).execute()
    },
    async advance(id, from, to, reason, at) {
      const result = await db
        .updateTable('materials')
        .set({ state: to, reason, updated_at: at })
        .where('id', '=', id)
        .where('state', '=', from)
        .executeTakeFirst()
      return result.numUpdatedRows === 1n
    },
    progress: (meeting) =>
      db
        .selectFrom('material_progress')
        .innerJoin('materials', 'materials.id', 'material_progress.material')
        .select(['material', 'written', 'total', 'chars', 'suggestions'])
        .where('meeting', '=', meeting)
        .execute(),
    async saveProgress({ material, written, total, chars, suggestions }, at) {
      const columns = { written, total, chars, suggestions, computed_at: at }
      await db
        .insertInto('material_progress')
        .values({ material, ...columns })
        .onConflict((conflict) => conflict.column('material').doUpdateSet(columns))
        .execute()
    },
  }
}

function materialOf(row: Selectable<MaterialsTable>): MaterialRecord {
  return {
    id: row.id,
    meeting: row.meeting,
    kind: row.kind,
    owner: row.owner,
    title: row.title,
    state: row.state,
    reason: row.reason,
    openedTo: fromJson(row.opened_to),
  }
}

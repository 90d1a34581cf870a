import type { Kysely } from 'kysely'
import type { AuditRecords } from '../../ports/records'
import type { Tables } from '../tables'

export function auditRecords(db: Kysely<Tables>): AuditRecords {
  return {
    async append({ at, actor, actorName, action, target, result }) {
      await db.insertInto('audit').values({ at, actor, actor_name: actorName, action, target, result }).execute()
    },
    async list({ before, limit }) {
      let query = db.selectFrom('audit').selectAll().orderBy('seq', 'desc').limit(limit)
      if (before !== undefined) query = query.where('seq', '<', before)
      const rows = await query.execute()
      return rows.map(({ actor_name, ...row }) => ({ ...row, actorName: actor_name }))
    },
  }
}

import { type Kysely, type Selectable, sql } from 'kysely'
import type {
  LiveRecords,
  MeetingEvent,
  MeetingEventRecords,
  PreparedRecords,
  ProjectorCodeRecords,
  VersionEntry,
  VersionRecord,
  VersionRecords,
} from '../../ports/live-records'
import type { LiveTables } from '../live-tables'
import type { Tables } from '../tables'
import { fromJson, toJson } from './json'

export function liveRecords(db: Kysely<Tables>): LiveRecords {
  return { meetingEvents: events(db), prepared: prepared(db), projectorCodes: codes(db), versions: versions(db) }
}

function events(db: Kysely<Tables>): MeetingEventRecords {
  return {
    async append(meeting, added) {
      if (added.length === 0) return
      const rows = added.map(({ kind, act }) => ({ meeting, at: act.at, kind, act: toJson(act) }))
      await db.insertInto('meeting_events').values(rows).execute()
    },
    async list(meeting) {
      const rows = await db
        .selectFrom('meeting_events')
        .select(['kind', 'act'])
        .where('meeting', '=', meeting)
        .orderBy('seq')
        .execute()
      return rows.map(({ kind, act }) => ({ kind, act: fromJson(act) }) as MeetingEvent)
    },
  }
}

function prepared(db: Kysely<Tables>): PreparedRecords {
  const own = (meeting: LiveTables['prepared_criticism']['meeting'], author: LiveTables['prepared_criticism']['author']) =>
    db
      .selectFrom('prepared_criticism')
      .select(['id', 'target', 'aspect', 'text', 'updated_at as updatedAt', 'spoken_as as spokenAs'])
      .where('meeting', '=', meeting)
      .where('author', '=', author)
  return {
    list: (meeting, author) => own(meeting, author).orderBy('updated_at').execute(),
    async get(meeting, author, id) {
      return (await own(meeting, author).where('id', '=', id).executeTakeFirst()) ?? null
    },
    async save(meeting, author, { id, target, aspect, text, updatedAt, spokenAs }) {
      const columns = { target, aspect, text, updated_at: updatedAt, spoken_as: spokenAs }
      const result = await db
        .insertInto('prepared_criticism')
        .values({ id, meeting, author, ...columns })
        .onConflict((conflict) =>
          conflict
            .column('id')
            .doUpdateSet(columns)
            .where('prepared_criticism.author', '=', author)
            .where('prepared_criticism.meeting', '=', meeting),
        )
        .executeTakeFirst()
      return result.numInsertedOrUpdatedRows === 1n
    },
    async remove(meeting, author, id) {
      await db
        .deleteFrom('prepared_criticism')
        .where('id', '=', id)
        .where('meeting', '=', meeting)
        .where('author', '=', author)
        .execute()
    },
  }
}

function codes(db: Kysely<Tables>): ProjectorCodeRecords {
  const all = () =>
    db
      .selectFrom('projector_codes')
      .select(['meeting', 'code_hash as codeHash', 'created_at as createdAt', 'expires_at as expiresAt'])
  return {
    async replace({ meeting, codeHash, createdBy, createdAt, expiresAt }) {
      const columns = { code_hash: codeHash, created_by: createdBy, created_at: createdAt, expires_at: expiresAt }
      await db
        .insertInto('projector_codes')
        .values({ meeting, ...columns })
        .onConflict((conflict) => conflict.column('meeting').doUpdateSet(columns))
        .execute()
    },
    async of(meeting) {
      return (await all().where('meeting', '=', meeting).executeTakeFirst()) ?? null
    },
    async byHash(codeHash) {
      return (await all().where('code_hash', '=', codeHash).executeTakeFirst()) ?? null
    },
    async remove(meeting) {
      await db.deleteFrom('projector_codes').where('meeting', '=', meeting).execute()
    },
  }
}

function versions(db: Kysely<Tables>): VersionRecords {
  const columns = ['material', 'number', 'kind', 'at', 'actor', 'hash', 'blocks'] as const
  const all = () => db.selectFrom('material_versions').select(columns)
  return {
    async add({ material, kind, at, actor, hash, blocks, state, writers, seq, label, note, standing }) {
      const number = sql<number>`(SELECT coalesce(max(number), 0) + 1 FROM material_versions WHERE material = ${material})`
      const values = {
        material,
        number,
        kind,
        at,
        actor,
        hash,
        blocks: toJson(blocks),
        state: Buffer.from(state),
        seq,
        label,
        note,
        standing,
        writers: writers && toJson(writers),
      }
      return (await db.insertInto('material_versions').values(values).returning('number').executeTakeFirstOrThrow()).number
    },
    async get(material, number) {
      const row = await all().where('material', '=', material).where('number', '=', number).executeTakeFirst()
      return row === undefined ? null : versionOf(row)
    },
    async latest(material) {
      const row = await all()
        .where('material', '=', material)
        .where('kind', '=', 'approved')
        .orderBy('number', 'desc')
        .limit(1)
        .executeTakeFirst()
      return row === undefined ? null : versionOf(row)
    },
    async list(material) {
      const rows = await db
        .selectFrom('material_versions')
        .select(['material', 'number', 'kind', 'at', 'actor', 'seq', 'label', 'note', 'writers', 'standing'])
        .where('material', '=', material)
        .orderBy('number', 'desc')
        .execute()
      return rows.map(({ writers, ...row }): VersionEntry => ({ ...row, writers: fromJson(writers) }))
    },
    async state(material, number) {
      const row = await db
        .selectFrom('material_versions')
        .select('state')
        .where('material', '=', material)
        .where('number', '=', number)
        .executeTakeFirst()
      return row === undefined ? null : new Uint8Array(row.state)
    },
  }
}

function versionOf({
  blocks,
  ...row
}: Pick<
  Selectable<LiveTables['material_versions']>,
  'material' | 'number' | 'kind' | 'at' | 'actor' | 'hash' | 'blocks'
>): VersionRecord {
  return { ...row, blocks: fromJson(blocks) }
}

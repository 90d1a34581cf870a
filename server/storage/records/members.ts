import type { Kysely } from 'kysely'
import type { MembershipRecord, MembershipRecords } from '../../ports/records'
import type { MembersTable, Tables } from '../tables'
import { fromJson, toJson } from './json'
import { personOf } from './people'

export function membershipRecords(db: Kysely<Tables>): MembershipRecords {
  return {
    async add({ meeting, person, post, roles }) {
      await db
        .insertInto('meeting_members')
        .values({ meeting, person, post, roles: toJson(roles) })
        .execute()
    },
    async get(meeting, person) {
      const row = await db
        .selectFrom('meeting_members')
        .selectAll()
        .where('meeting', '=', meeting)
        .where('person', '=', person)
        .executeTakeFirst()
      return row === undefined ? null : membershipOf(row)
    },
    async list(meeting) {
      const rows = await db
        .selectFrom('meeting_members')
        .innerJoin('people', 'people.id', 'meeting_members.person')
        .selectAll('people')
        .select(['meeting_members.meeting', 'meeting_members.person', 'meeting_members.post', 'meeting_members.roles'])
        .where('meeting_members.meeting', '=', meeting)
        .orderBy('meeting_members.position')
        .execute()
      return rows.map((row) => ({ membership: membershipOf(row), person: personOf(row) }))
    },
    async change(meeting, person, { post, roles }) {
      const columns = { ...(post === undefined ? {} : { post }), ...(roles === undefined ? {} : { roles: toJson(roles) }) }
      if (Object.keys(columns).length === 0) return
      await db.updateTable('meeting_members').set(columns).where('meeting', '=', meeting).where('person', '=', person).execute()
    },
    async remove(meeting, person) {
      await db.deleteFrom('meeting_members').where('meeting', '=', meeting).where('person', '=', person).execute()
    },
  }
}

function membershipOf(row: Pick<MembersTable, 'meeting' | 'person' | 'post' | 'roles'>): MembershipRecord {
  return { meeting: row.meeting, person: row.person, post: row.post, roles: fromJson(row.roles) }
}

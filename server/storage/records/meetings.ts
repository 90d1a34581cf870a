import type { Kysely, Selectable } from 'kysely'
import type { MeetingRole } from '../../../shared/access/roles'
import type { MeetingChange, MeetingRecord, MeetingRecords } from '../../ports/records'
import type { MeetingsTable, Tables } from '../tables'
import { fromJson, toJson } from './json'

export function meetingRecords(db: Kysely<Tables>): MeetingRecords {
  return {
    async create(meeting, at) {
      const { id, kind, year, templateId, ...rest } = meeting
      await db
        .insertInto('meetings')
        .values({ id, kind, year, template_id: templateId, created_at: at, ...columnsOf(rest) })
        .execute()
    },
    async get(id) {
      const row = await db.selectFrom('meetings').selectAll().where('id', '=', id).executeTakeFirst()
      return row === undefined ? null : meetingOf(row)
    },
    async change(id, change) {
      const columns = changedColumnsOf(change)
      if (Object.keys(columns).length > 0) await db.updateTable('meetings').set(columns).where('id', '=', id).execute()
    },
    async of(person) {
      const rows = await db
        .selectFrom('meetings')
        .innerJoin('meeting_members', 'meeting_members.meeting', 'meetings.id')
        .selectAll('meetings')
        .select('meeting_members.roles as roles')
        .where('meeting_members.person', '=', person)
        .orderBy('day', 'desc')
        .orderBy('created_at', 'desc')
        .execute()
      return rows.map((row) => ({ meeting: meetingOf(row), roles: fromJson<MeetingRole[]>(row.roles) }))
    },
  }
}

function columnsOf(meeting: Required<MeetingChange>) {
  return {
    title: meeting.title,
    theme: meeting.theme,
    day: meeting.day,
    place: meeting.place,
    stage: meeting.stage,
    collective_outline: toJson(meeting.collectiveOutline),
    individual_outline: toJson(meeting.individualOutline),
    members_read_approved: meeting.membersReadApproved ? 1 : 0,
    drafters_decide: meeting.draftersDecide ? 1 : 0,
  }
}

function changedColumnsOf(change: MeetingChange) {
  const { collectiveOutline, individualOutline, membersReadApproved, draftersDecide, ...plain } = change
  return {
    ...plain,
    ...(collectiveOutline === undefined ? {} : { collective_outline: toJson(collectiveOutline) }),
    ...(individualOutline === undefined ? {} : { individual_outline: toJson(individualOutline) }),
    ...(membersReadApproved === undefined ? {} : { members_read_approved: membersReadApproved ? 1 : 0 }),
    ...(draftersDecide === undefined ? {} : { drafters_decide: draftersDecide ? 1 : 0 }),
  }
}

function meetingOf(row: Selectable<MeetingsTable>): MeetingRecord {
  return {
    id: row.id,
    kind: row.kind,
    title: row.title,
    year: row.year,
    theme: row.theme,
    day: row.day,
    place: row.place,
    stage: row.stage,
    templateId: row.template_id,
    collectiveOutline: fromJson(row.collective_outline),
    individualOutline: fromJson(row.individual_outline),
    membersReadApproved: row.members_read_approved === 1,
    draftersDecide: row.drafters_decide === 1,
  }
}

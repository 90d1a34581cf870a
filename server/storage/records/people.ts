import type { Kysely, Selectable } from 'kysely'
import type { MeetingRole } from '../../../shared/access/roles'
import { usernameKey } from '../../platform/username'
import type { PeopleRecords, PersonRecord, TeamRecords } from '../../ports/records'
import type { PeopleTable, Tables } from '../tables'
import { fromJson, toJson } from './json'

export function teamRecords(db: Kysely<Tables>): TeamRecords {
  return {
    async name() {
      const row = await db.selectFrom('team').select('name').executeTakeFirst()
      return row?.name ?? null
    },
    async create(name, at) {
      await db.insertInto('team').values({ id: 1, name, created_at: at }).execute()
    },
    async adminsApart() {
      const row = await db.selectFrom('team').select('admins_apart').executeTakeFirst()
      return row?.admins_apart === 1
    },
    async setAdminsApart(apart) {
      await db
        .updateTable('team')
        .set({ admins_apart: apart ? 1 : 0 })
        .execute()
    },
  }
}

export function peopleRecords(db: Kysely<Tables>): PeopleRecords {
  return {
    async create(person, at) {
      await db
        .insertInto('people')
        .values({
          id: person.id,
          name: person.name,
          username: person.username,
          username_key: usernameKey(person.username),
          color: person.color,
          admin_roles: toJson(person.adminRoles),
          joined_at: person.joinedAt,
          created_at: at,
        })
        .execute()
    },
    async get(id) {
      const row = await db.selectFrom('people').selectAll().where('id', '=', id).executeTakeFirst()
      return row === undefined ? null : personOf(row)
    },
    async byUsername(username) {
      const key = usernameKey(username)
      const row = await db.selectFrom('people').selectAll().where('username_key', '=', key).executeTakeFirst()
      return row === undefined ? null : personOf(row)
    },
    async byName(name) {
      const rows = await db
        .selectFrom('people')
        .selectAll()
        .where('name', '=', name)
        .orderBy('created_at')
        .orderBy('username_key')
        .execute()
      return rows.map(personOf)
    },
    async all() {
      const people = await db.selectFrom('people').selectAll().orderBy('name').orderBy('username_key').execute()
      const members = await db.selectFrom('meeting_members').select(['person', 'roles']).execute()
      const offices = new Set(
        members.filter(({ roles }) => fromJson<MeetingRole[]>(roles).includes('office')).map(({ person }) => person),
      )
      return people.map((row) => ({ ...personOf(row), isOffice: offices.has(row.id) }))
    },
    async setAdminRoles(id, roles) {
      await db
        .updateTable('people')
        .set({ admin_roles: toJson(roles) })
        .where('id', '=', id)
        .execute()
    },
    async count() {
      const { n } = await db
        .selectFrom('people')
        .select((q) => q.fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow()
      return n
    },
    async markJoined(id, at) {
      await db.updateTable('people').set({ joined_at: at }).where('id', '=', id).where('joined_at', 'is', null).execute()
    },
  }
}

export function personOf(row: Selectable<PeopleTable>): PersonRecord {
  return {
    id: row.id,
    name: row.name,
    username: row.username,
    color: row.color,
    adminRoles: fromJson(row.admin_roles),
    joinedAt: row.joined_at,
  }
}

import type { Kysely } from 'kysely'
import { usernameKey } from '../../platform/username'
import type { InvitationRecords, LockoutRecords, SessionRecords } from '../../ports/records'
import type { Tables } from '../tables'

export function invitationRecords(db: Kysely<Tables>): InvitationRecords {
  return {
    async replace({ tokenHash, person, createdBy, expiresAt }, at) {
      await db
        .updateTable('invitations')
        .set({ spent_at: at })
        .where('person', '=', person)
        .where('spent_at', 'is', null)
        .execute()
      await db
        .insertInto('invitations')
        .values({
          token_hash: tokenHash,
          person,
          created_by: createdBy,
          created_at: at,
          expires_at: expiresAt,
          spent_at: null,
        })
        .execute()
    },
    async get(tokenHash) {
      const row = await db.selectFrom('invitations').selectAll().where('token_hash', '=', tokenHash).executeTakeFirst()
      if (row === undefined) return null
      return { tokenHash: row.token_hash, person: row.person, expiresAt: row.expires_at, spentAt: row.spent_at }
    },
    async spend(tokenHash, at) {
      const result = await db
        .updateTable('invitations')
        .set({ spent_at: at })
        .where('token_hash', '=', tokenHash)
        .where('spent_at', 'is', null)
        .executeTakeFirst()
      return result.numUpdatedRows === 1n
    },
  }
}

export function lockoutRecords(db: Kysely<Tables>): LockoutRecords {
  return {
    async get(username) {
      const key = usernameKey(username)
      const row = await db.selectFrom('lockouts').selectAll().where('username_key', '=', key).executeTakeFirst()
      if (row === undefined) return null
      return { username, failures: row.failures, lastFailureAt: row.last_failure_at, lockedUntil: row.locked_until }
    },
    async save({ username, failures, lastFailureAt, lockedUntil }) {
      const columns = { failures, last_failure_at: lastFailureAt, locked_until: lockedUntil }
      await db
        .insertInto('lockouts')
        .values({ username_key: usernameKey(username), ...columns })
        .onConflict((conflict) => conflict.column('username_key').doUpdateSet(columns))
        .execute()
    },
    async clear(username) {
      await db.deleteFrom('lockouts').where('username_key', '=', usernameKey(username)).execute()
    },
    async sweep(before) {
      await db.deleteFrom('lockouts').where('last_failure_at', '<', before).execute()
    },
  }
}

export function sessionRecords(db: Kysely<Tables>): SessionRecords {
  const all = () => db.selectFrom('session_activity').select(['session', 'person', 'last_at as lastAt'])
  return {
    async get(session) {
      return (await all().where('session', '=', session).executeTakeFirst()) ?? null
    },
    async touch({ session, person, lastAt }) {
      await db
        .insertInto('session_activity')
        .values({ session, person, last_at: lastAt })
        .onConflict((conflict) => conflict.column('session').doUpdateSet({ last_at: lastAt }))
        .execute()
    },
    of: (person) => all().where('person', '=', person).execute(),
    idleSince: (before) => all().where('last_at', '<', before).execute(),
    async remove(session) {
      await db.deleteFrom('session_activity').where('session', '=', session).execute()
    },
  }
}

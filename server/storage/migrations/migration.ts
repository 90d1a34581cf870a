import type { Kysely } from 'kysely'

/** One step forward; there is no way back but a backup. */
export interface Migration {
  up(db: Kysely<unknown>): Promise<void>
}

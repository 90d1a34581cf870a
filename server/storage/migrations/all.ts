import { m0001UpdateLog } from './m0001-update-log'
import { m0002Application } from './m0002-application'
import { m0003Auth } from './m0003-auth'
import { m0004Decisions } from './m0004-decisions'
import { m0005Comments } from './m0005-comments'
import { m0006Drafters } from './m0006-drafters'
import { m0010Meeting } from './m0010-meeting'
import { m0011Versions } from './m0011-versions'
import { m0012ForeignComments } from './m0012-foreign-comments'
import { m0015AdminsApart } from './m0015-admins-apart'
import { m0016WrittenWhen } from './m0016-written-when'
import { m0017SnapshotOrder } from './m0017-snapshot-order'
import type { Migration } from './migration'

/** In the order they run; a name once released is never changed, moved or taken out. */
export const MIGRATIONS: readonly [name: string, migration: Migration][] = [
  ['m0001-update-log', m0001UpdateLog],
  ['m0002-application', m0002Application],
  ['m0003-auth', m0003Auth],
  ['m0004-decisions', m0004Decisions],
  ['m0005-comments', m0005Comments],
  ['m0006-drafters', m0006Drafters],
  ['m0010-meeting', m0010Meeting],
  ['m0011-versions', m0011Versions],
  ['m0012-foreign-comments', m0012ForeignComments],
  ['m0015-admins-apart', m0015AdminsApart],
  ['m0016-written-when', m0016WrittenWhen],
  ['m0017-snapshot-order', m0017SnapshotOrder],
]

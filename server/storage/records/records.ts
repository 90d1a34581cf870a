import type { Kysely } from 'kysely'
import type { Records } from '../../ports/records'
import type { Tables } from '../tables'
import { auditRecords } from './audit'
import { commentRecords } from './comments'
import { decisionRecords } from './decisions'
import { liveRecords } from './live'
import { materialRecords } from './materials'
import { meetingRecords } from './meetings'
import { membershipRecords } from './members'
import { peopleRecords, teamRecords } from './people'
import { invitationRecords, lockoutRecords, sessionRecords } from './sign-in'

/** The records of one database; inside a transaction, of that transaction. */
export function createRecords(db: Kysely<Tables>): Records {
  return {
    team: teamRecords(db),
    people: peopleRecords(db),
    meetings: meetingRecords(db),
    members: membershipRecords(db),
    materials: materialRecords(db),
    decisions: decisionRecords(db),
    comments: commentRecords(db),
    invitations: invitationRecords(db),
    lockouts: lockoutRecords(db),
    sessions: sessionRecords(db),
    audit: auditRecords(db),
    ...liveRecords(db),
    transaction: (run) => db.transaction().execute((transaction) => run(createRecords(transaction))),
  }
}

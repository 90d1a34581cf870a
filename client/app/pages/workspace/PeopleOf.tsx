import type { PersonId } from '../../../../shared/ids'
import type { PresenceUser } from '../../../../shared/wire/awareness'
import type { LocalPresence } from '../../../features/presence/local-presence'
import { PresenceBar } from '../../../features/presence/PresenceBar'
import type { Member } from '../../../lib/api-types'

interface PeopleOfProps {
  presence: LocalPresence
  user: PresenceUser
  members: readonly Member[]
}

export function PeopleOf({ presence, user, members }: PeopleOfProps) {
  const postOf = (person: PersonId) => members.find((member) => member.person === person)?.post ?? null
  return <PresenceBar presence={presence} me={user} postOf={postOf} />
}

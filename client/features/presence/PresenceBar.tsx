import { useSyncExternalStore } from 'react'
import { headingText } from '../../../shared/outline/outline'
import type { PersonId } from '../../../shared/ids'
import type { PresenceUser } from '../../../shared/wire/awareness'
import { goToPerson } from './goto'
import type { LocalPresence } from './local-presence'
import { PresenceStack } from './PresenceStack'
import { peopleNow, useFaces } from './usePeople'

interface PresenceBarProps {
  presence: LocalPresence
  me: PresenceUser
  postOf: (person: PersonId) => string | null
}

/** The faces of one open text, wired to its window. */
export function PresenceBar({ presence, me, postOf }: PresenceBarProps) {
  const { session, window, follow } = presence
  const people = useFaces(session, me)
  const state = useSyncExternalStore(follow.subscribe, follow.get)
  const labelOf = (id: string) => {
    const section = window.sections.getSnapshot().find((each) => each.id === id)
    return section === undefined ? null : `${section.number}${headingText(section.text)}`
  }
  return (
    <PresenceStack
      people={people}
      followed={state.kind === 'following' ? state.person : null}
      sectionLabel={labelOf}
      postOf={postOf}
      onGoTo={(person) => {
        // Going elsewhere by one's own will ends the following, unless it is the same person.
        if (state.kind === 'following' && state.person !== person.id) follow.dispatch({ kind: 'stop' })
        // Where they are now: the faces are not drawn anew for every step.
        goToPerson(window, peopleNow(session, me).find(({ id }) => id === person.id) ?? person)
      }}
      onFollow={(person) => follow.dispatch({ kind: 'follow', person })}
      onStop={() => follow.dispatch({ kind: 'stop' })}
    />
  )
}

import { Suspense, useSyncExternalStore } from 'react'
import type { Ability } from '../../../shared/access/ability'
import type { PersonId } from '../../../shared/ids'
import type { Session } from '../../collab/session'
import { lazily } from '../../ui/lazily'

const SetAsideNotice = lazily(async () => (await import('./SetAsideNotice')).SetAsideNotice)

interface SetAsideNoteProps {
  /** Where the text is. */
  from: Pick<Session, 'setAside' | 'doc'>
  person: PersonId
  /** Told by the server just now; null: not connected. */
  ability: Ability | null
  /** May only suggest where somebody else drafts. */
  held: boolean
}

/** Over the text, as long as this device keeps changes of this person that the server would not take. */
export function SetAsideNote({ from: { setAside, doc }, ...rest }: SetAsideNoteProps) {
  const rows = useSyncExternalStore(setAside.subscribe, setAside.rows)
  if (rows.length === 0) return null
  return (
    <Suspense>
      <SetAsideNotice setAside={setAside} rows={rows} doc={doc} {...rest} />
    </Suspense>
  )
}

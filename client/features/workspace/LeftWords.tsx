import { useEffect, useState } from 'react'
import type { MaterialId, PersonId } from '../../../shared/ids'
import { keptAside } from '../../collab/local-store'
import { SetAsideNote } from './SetAsideNote'

/** What somebody wrote into a material they cannot open any more and this device still keeps: theirs to take along. */
export function LeftWords({ person, material }: { person: PersonId; material: MaterialId }) {
  const [kept] = useState(() => keptAside(person, material))
  useEffect(() => void kept.look(), [kept])
  return <SetAsideNote from={kept} person={person} ability={null} held={false} />
}

import type { Session } from '../../../collab/session'
import { useStatus } from '../../../collab/useCollab'
import { SaveLine } from '../../../features/workspace/SaveLine'

export function SaveLineOf({ session }: { session: Session }) {
  return <SaveLine status={useStatus(session)} />
}

import { useTranslation } from 'react-i18next'
import type { Status } from '../../../collab/status'
import { saveLineOf } from '../../../features/workspace/save-line'
import { Wait } from '../../../ui/Wait'

/** Before the text is there: the same words as the save line, so that an empty paper is never a riddle. */
export function TextWait({ status }: { status: Status }) {
  const { t } = useTranslation()
  if (status.kind === 'refused') return null
  const { key, edits } = saveLineOf(status)
  return <Wait text={t(`workspace.save.${key}`, { count: edits })} />
}

import { useTranslation } from 'react-i18next'
import { UNREADABLE_KINDS } from '../../../shared/model/import-file'
import { failureOf } from '../../lib/failure'
import { ErrorNote } from '../../ui/ErrorNote'

/** Why a source cannot be read; what helps depends on what it is. */
export function SourceError({ error }: { error: unknown }) {
  const { t } = useTranslation()
  const { kind } = failureOf(error).data
  const known = UNREADABLE_KINDS.find((each) => each === kind)
  return <ErrorNote error={error} {...(known && { next: t(`exchange.unreadable.${known}`) })} />
}

import { useTranslation } from 'react-i18next'
import { Checkbox } from '@mantine/core'
import type { LiveModel } from '../../../live/live-model'
import type { Order } from '../order'
import classes from './ConsentNote.module.css'

/** For whoever will speak to a text of their own: whether it may be shown, also before it is their turn. */
export function ConsentNote({ model: { state, you }, order }: { model: LiveModel; order: Order }) {
  const { t } = useTranslation()
  const hasTurn = state.items.some(
    ({ kind, turns }) =>
      kind === 'individual' && turns.some(({ person, material }) => person === you.person && material !== null),
  )
  if (!hasTurn || state.phase === 'ended') return null
  return (
    <div className={classes.note}>
      <Checkbox
        size="xs"
        label={t('live.stage.consentGive')}
        description={t('live.stage.consentAsk')}
        checked={state.consents.includes(you.person)}
        onChange={(event) => order({ kind: 'consent', given: event.currentTarget.checked })}
      />
    </div>
  )
}

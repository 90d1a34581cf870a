import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { presides } from '../../../../shared/live/command-rights'
import { currentPlace } from '../../../../shared/live/meeting-state'
import type { LiveModel } from '../../../live/live-model'
import { nameOf, type Order } from '../order'
import classes from './EmptyStage.module.css'

interface EmptyStageProps {
  model: LiveModel
  order: Order
}

/** In place of the text while nothing is shown: why, and the one thing that can be done about it. */
export function EmptyStage({ model, order }: EmptyStageProps) {
  const { t } = useTranslation()
  const { state, you } = model
  const place = currentPlace(state)
  const material = place?.turn.material ?? null
  if (place === null || material === null) {
    const words = state.phase === 'planned' || state.phase === 'gathering' || state.phase === 'ended' ? state.phase : 'nothing'
    return <p className={classes.empty}>{t(`live.stage.${words}`)}</p>
  }
  const owner = place.item.kind === 'individual' ? place.turn.person : null
  const name = nameOf(model, owner)
  const title = owner === null ? t('live.stage.collective') : t('live.stage.individual', { name })
  const needsConsent = owner !== null && !state.consents.includes(owner)
  if (needsConsent && owner === you.person) {
    return (
      <div className={classes.empty}>
        <p>{t('live.stage.consentAsk')}</p>
        <Button onClick={() => order({ kind: 'consent', given: true })}>{t('live.stage.consentGive')}</Button>
      </div>
    )
  }
  return (
    <div className={classes.empty}>
      <p>{needsConsent ? t('live.stage.needsConsent', { name }) : t('live.stage.notShown', { name: name || title })}</p>
      {presides(you) && !needsConsent && (
        <Button onClick={() => order({ kind: 'present', material })}>{t('live.stage.show', { title })}</Button>
      )}
    </div>
  )
}

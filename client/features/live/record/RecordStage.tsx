import { Button, Modal } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { mayCommand } from '../../../../shared/live/command-rights'
import type { LiveModel } from '../../../live/live-model'
import type { MeetingSession } from '../../../live/meeting-session'
import { useLive } from '../../../live/useMeeting'
import { Chip } from '../../../ui/Chip'
import form from '../../../ui/Form.module.css'
import type { Order } from '../order'
import classes from './Record.module.css'

interface RecordStageProps {
  session: MeetingSession
  model: LiveModel
  order: Order
  onMinutes: () => void
}

/** 记录中 → 核对 → 已锁定, moved on by the principal alone; and the minutes as a document. */
export function RecordStage({ session, model: { state, you }, order, onMinutes }: RecordStageProps) {
  const { t } = useTranslation()
  const [isAsking, setIsAsking] = useState(false)
  const { lines } = useLive(session, (view) => view.record)
  const standing = lines.filter(({ removed }) => !removed)
  const count = (verdict: string) => standing.filter((line) => line.verdict === verdict).length
  const mayMove = mayCommand({ kind: 'setRecord', stage: 'locked' }, you) && state.phase === 'ended'
  return (
    <div className={classes.stage}>
      <Chip tone={state.record === 'locked' ? 'ok' : state.record === 'confirmation' ? 'info' : 'plain'}>
        {t(`recorder.stage.${state.record}`)}
      </Chip>
      {state.record !== 'open' && (
        <span className={classes.muted}>
          {t('recorder.stage.verdicts', { confirmed: count('confirmed'), open: count('none'), objected: count('objected') })}
        </span>
      )}
      <span className={classes.grow} />
      <Button size="compact-sm" variant="default" onClick={onMinutes}>
        {t('recorder.minutes.open')}
      </Button>
      {mayMove && state.record === 'open' && (
        <Button size="compact-sm" onClick={() => order({ kind: 'setRecord', stage: 'confirmation' })}>
          {t('recorder.stage.toConfirmation')}
        </Button>
      )}
      {mayMove && state.record === 'confirmation' && (
        <>
          <Button size="compact-sm" variant="default" onClick={() => order({ kind: 'setRecord', stage: 'open' })}>
            {t('recorder.stage.toOpen')}
          </Button>
          <Button size="compact-sm" onClick={() => setIsAsking(true)}>
            {t('recorder.stage.toLocked')}
          </Button>
        </>
      )}
      <Modal opened={isAsking} onClose={() => setIsAsking(false)} title={t('recorder.stage.lockTitle')}>
        <div className={form.stack}>
          <p>{t('recorder.stage.lockAbout', { count: standing.length - count('confirmed') })}</p>
          <div className={form.actions}>
            <Button variant="default" onClick={() => setIsAsking(false)}>
              {t('recorder.stage.cancel')}
            </Button>
            <Button
              data-autofocus
              onClick={() => {
                setIsAsking(false)
                order({ kind: 'setRecord', stage: 'locked' })
              }}
            >
              {t('recorder.stage.toLocked')}
            </Button>
          </div>
        </div>
      </Modal>
    </div>
  )
}

import { type ReactNode, useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { keepsRecord, presides } from '../../../shared/live/command-rights'
import type { LiveModel } from '../../live/live-model'
import type { LiveStatus } from '../../live/live-status'
import type { MeetingSession } from '../../live/meeting-session'
import { AgendaList } from './agenda/AgendaList'
import { timeOfDay } from './agenda/time-words'
import classes from './LiveRoom.module.css'
import { LiveTopBar } from './LiveTopBar'
import { PeopleList } from './people/PeopleList'
import { AgendaDialog } from './presider/AgendaDialog'
import { AttendanceDialog } from './presider/AttendanceDialog'
import { EndDialog } from './presider/EndDialog'
import type { PresiderDialog } from './presider/PresiderMenu'
import { ProjectorDialog } from './presider/ProjectorDialog'
import { MinutesDialog } from './record/MinutesDialog'
import { SidePanel } from './record/SidePanel'
import { sideTabs } from './record/side-tabs'
import { ConsentNote } from './text/ConsentNote'
import { EmptyStage } from './text/EmptyStage'
import type { StageControl } from './text/stage-control'
import { TextStage } from './text/TextStage'
import { useOrders } from './useOrders'

interface LiveRoomProps {
  session: MeetingSession
  model: LiveModel
  status: LiveStatus
  /** 方面 a criticism may be about. */
  aspects: readonly string[]
  back: ReactNode
}

/** The meeting: agenda and people, the text, the record. */
export function LiveRoom({ session, model, status, aspects, back }: LiveRoomProps) {
  const { t } = useTranslation()
  const { order, notice, dismiss } = useOrders(session)
  const [dialog, setDialog] = useState<PresiderDialog | 'minutes' | null>(null)
  const [control, setControl] = useState<StageControl | null>(null)
  const handleWriting = useCallback((writing: boolean) => control?.setWriting(writing), [control])
  const handleClose = () => setDialog(null)
  const hasSide = sideTabs(model).length > 0
  const keeps = keepsRecord(model.you)
  return (
    <div className={classes.room}>
      <LiveTopBar back={back} model={model} order={order} onDialog={setDialog} />
      <div role="status" className={classes.notes}>
        {status.kind === 'offline' && <Offline since={status.since} keeps={keeps} />}
        {notice !== null && (
          <p className={classes.note} data-tone="warn">
            {t(`live.notice.${notice}`)}
            <button type="button" onClick={dismiss}>
              {t('live.notice.dismiss')}
            </button>
          </p>
        )}
      </div>
      <div className={classes.columns} data-side={hasSide || undefined}>
        <aside className={classes.left} aria-label={t('live.agenda.label')}>
          <AgendaList model={model} order={order} />
          <PeopleList model={model} onRegister={() => setDialog('attendance')} />
          <ConsentNote model={model} order={order} />
        </aside>
        <main id="main" className={classes.main} tabIndex={-1}>
          <TextStage session={session} empty={<EmptyStage model={model} order={order} />} onControl={setControl} />
        </main>
        {hasSide && (
          <aside className={classes.right} aria-label={t('recorder.label')}>
            <SidePanel
              session={session}
              model={model}
              aspects={aspects}
              order={order}
              onWriting={handleWriting}
              onMinutes={() => setDialog('minutes')}
            />
          </aside>
        )}
      </div>
      <AttendanceDialog opened={dialog === 'attendance'} model={model} order={order} onClose={handleClose} />
      {presides(model.you) && (
        <>
          <AgendaDialog opened={dialog === 'agenda'} model={model} order={order} onClose={handleClose} />
          <ProjectorDialog opened={dialog === 'projector'} model={model} onClose={handleClose} />
          <EndDialog
            opened={dialog === 'end'}
            onClose={handleClose}
            onEnd={() => {
              handleClose()
              order({ kind: 'end' })
            }}
          />
        </>
      )}
      {keeps && <MinutesDialog opened={dialog === 'minutes'} meeting={model.meeting} onClose={handleClose} />}
    </div>
  )
}

function Offline({ since, keeps }: { since: number; keeps: boolean }) {
  const { t, i18n } = useTranslation()
  const time = timeOfDay(since, i18n.language)
  return <p className={classes.note}>{t(keeps ? 'live.offline' : 'live.offlineReading', { time })}</p>
}

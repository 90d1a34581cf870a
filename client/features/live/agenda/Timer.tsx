import { useTranslation } from 'react-i18next'
import { currentPlace, elapsedMs, type MeetingState } from '../../../../shared/live/meeting-state'
import { useServerNow } from '../../../live/useServerNow'
import { clock } from './time-words'
import classes from './Timer.module.css'

interface TimerProps {
  state: MeetingState
  clockOffsetMs: number
}

/** Time spent on the current turn beside what was suggested: it informs and never cuts. */
export function Timer({ state, clockOffsetMs }: TimerProps) {
  const { t } = useTranslation()
  const now = useServerNow(clockOffsetMs, state.runningSince !== null)
  const place = currentPlace(state)
  if (place === null) return null
  const spent = elapsedMs(state, place.item, place.turn, now)
  const suggested = place.item.minutes * 60_000
  const isOver = suggested > 0 && spent > suggested
  return (
    <div className={classes.timer}>
      <span role="timer" aria-label={t('live.timer')} className={classes.time} data-over={isOver || undefined}>
        {clock(spent)}
      </span>
      {suggested > 0 && (
        <span className={classes.suggested}>
          {t('live.suggested', { time: clock(suggested) })}
          {isOver && <span className={classes.over}> · {t('live.over')}</span>}
        </span>
      )}
    </div>
  )
}

import { useTranslation } from 'react-i18next'
import type { ProjectorView } from '../../../../shared/live/projector'
import { useServerNow } from '../../../live/useServerNow'
import { clock } from '../agenda/time-words'
import classes from './ProjectorScreen.module.css'

interface ProjectorTimerProps {
  timer: ProjectorView['timer']
  clockOffsetMs: number
}

export function ProjectorTimer({ timer: { spentMs, runningSince }, clockOffsetMs }: ProjectorTimerProps) {
  const { t } = useTranslation()
  const now = useServerNow(clockOffsetMs, runningSince !== null)
  if (spentMs === 0 && runningSince === null) return null
  const spent = spentMs + (runningSince === null ? 0 : Math.max(0, now - runningSince))
  return (
    <span role="timer" aria-label={t('live.timer')} className={classes.timer}>
      {clock(spent)}
    </span>
  )
}

import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Meeting, MeetingDetail } from '../../lib/api-types'
import { formatDay } from '../../lib/days'
import { Chip } from '../../ui/Chip'
import classes from './MeetingCard.module.css'
import { finishedOf } from './materials'
import { StageLine } from './StageLine'

interface MeetingCardProps {
  meeting: Meeting
  /** Comes a moment later than the list. */
  detail: MeetingDetail | undefined
}

export function MeetingCard({ meeting, detail }: MeetingCardProps) {
  const { t, i18n } = useTranslation()
  const when = [formatDay(meeting.day, i18n.language), meeting.place].filter(Boolean).join(' · ')
  const finished = detail?.roles.includes('office') ? finishedOf(detail.materials) : undefined
  return (
    <article className={classes.card}>
      <div className={classes.head}>
        <h2>{meeting.title}</h2>
        <Chip tone="accent">{t(`terms.stage.${meeting.stage}`)}</Chip>
        <span className={classes.when}>{when}</span>
        <Button
          aria-label={`${t('home.open')} ${meeting.title}`}
          renderRoot={(props) => <Link to="/m/$meeting" params={{ meeting: meeting.id }} {...props} />}
        >
          {t('home.open')}
        </Button>
      </div>
      <StageLine stage={meeting.stage} {...(finished ? { finished } : {})} />
    </article>
  )
}

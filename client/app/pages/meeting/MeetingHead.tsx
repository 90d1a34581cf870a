import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { finishedOf } from '../../../features/meetings/materials'
import { StageLine } from '../../../features/meetings/StageLine'
import type { MeetingDetail } from '../../../lib/api-types'
import { formatDay } from '../../../lib/days'
import { Chip } from '../../../ui/Chip'
import { PageTitle } from '../../../ui/PageTitle'
import { EnterMeeting } from '../../EnterMeeting'
import classes from './MeetingHead.module.css'

export function MeetingHead({ meeting }: { meeting: MeetingDetail }) {
  const { t, i18n } = useTranslation()
  const { title, stage, day, place, theme, roles, materials } = meeting
  const facts = [formatDay(day, i18n.language), place, theme].filter(Boolean).join(' · ')
  return (
    <div className={classes.head}>
      <Link to="/" className={classes.back}>
        ‹ {t('app.goHome')}
      </Link>
      <PageTitle
        about={facts}
        aside={
          <>
            <Chip tone="accent">{t(`terms.stage.${stage}`)}</Chip>
            <EnterMeeting meeting={meeting.id} isMain={stage === 'meet'} />
          </>
        }
      >
        {title}
      </PageTitle>
      <StageLine stage={stage} {...(roles.includes('office') ? { finished: finishedOf(materials) } : {})} />
    </div>
  )
}

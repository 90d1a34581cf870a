import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { finishedOf } from '../../../features/meetings/materials'
import { StageLine } from '../../../features/meetings/StageLine'
import type { MeetingDetail } from '../../../lib/api-types'
import { formatDay } from '../../../lib/days'
import { Chip } from '../../../ui/Chip'
import { lazily } from '../../../ui/lazily'
import { PageTitle } from '../../../ui/PageTitle'
import { SinceOpened } from '../../../ui/SinceOpened'
import { EnterMeeting } from '../../EnterMeeting'
import classes from './MeetingHead.module.css'

/** Opened once a year. */
const ArchiveDialog = lazily(async () => (await import('../../../features/exchange/ArchiveDialog')).ArchiveDialog)

export function MeetingHead({ meeting }: { meeting: MeetingDetail }) {
  const { t, i18n } = useTranslation()
  const { title, stage, day, place, theme, roles, materials } = meeting
  const [isArchiving, setIsArchiving] = useState(false)
  const mayArchive = roles.includes('office') || roles.includes('principal')
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
            {mayArchive && (
              <Button variant="default" size="compact-md" style={{ flex: 'none' }} onClick={() => setIsArchiving(true)}>
                {t('exchange.archive.open')}
              </Button>
            )}
            <EnterMeeting meeting={meeting.id} isMain={stage === 'meet'} />
          </>
        }
      >
        {title}
      </PageTitle>
      <SinceOpened opened={isArchiving}>
        <ArchiveDialog opened={isArchiving} meeting={meeting.id} onClose={() => setIsArchiving(false)} />
      </SinceOpened>
      <StageLine stage={stage} {...(roles.includes('office') ? { finished: finishedOf(materials) } : {})} />
    </div>
  )
}

import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { MeetingId } from '../../../shared/ids'
import form from '../../ui/Form.module.css'
import { InvitationLinks } from '../../ui/InvitationLinks'
import { PageTitle } from '../../ui/PageTitle'
import type { SetupResult } from './SetupForm'

export function SetupDone({ result, onEnter }: { result: SetupResult; onEnter: (meeting: MeetingId) => void }) {
  const { t } = useTranslation()
  const { invitations, meeting } = result
  return (
    <div className={form.stack}>
      <PageTitle about={t(invitations.length > 0 ? 'setup.doneAbout' : 'setup.doneAlone')}>{t('setup.done')}</PageTitle>
      {invitations.length > 0 && <InvitationLinks invitations={invitations} />}
      <div className={form.actions}>
        <Button size="md" onClick={() => onEnter(meeting)}>
          {t('setup.enter')}
        </Button>
      </div>
    </div>
  )
}

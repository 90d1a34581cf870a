import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { MeetingId } from '../../shared/ids'

/** To the meeting while it is held. `isMain`: where it is what one comes for. */
export function EnterMeeting({ meeting, isMain = false }: { meeting: MeetingId; isMain?: boolean }) {
  const { t } = useTranslation()
  return (
    <Button
      size="compact-md"
      variant={isMain ? 'filled' : 'default'}
      style={{ flex: 'none' }}
      renderRoot={(props) => <Link to="/m/$meeting/live" params={{ meeting }} preload={false} {...props} />}
    >
      {t('live.enter')}
    </Button>
  )
}

import { Tabs } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { MeetingSettings } from '../../../features/meetings/MeetingSettings'
import { MembersPanel } from '../../../features/meetings/MembersPanel'
import { OutlineEditor } from '../../../features/meetings/OutlineEditor'
import type { MeetingDetail } from '../../../lib/api-types'
import { useMe } from '../../../lib/me'
import { MEETING_TABS } from '../../meeting-tabs'
import { Materials } from './Materials'

export function MeetingTabs({ meeting }: { meeting: MeetingDetail }) {
  const { t } = useTranslation()
  const me = useMe()
  const navigate = useNavigate({ from: '/m/$meeting' })
  const { tab } = useSearch({ from: '/signed-in/shell/m/$meeting' })
  const isOffice = meeting.roles.includes('office')
  const tabs = MEETING_TABS.filter((each) => each !== 'settings' || isOffice)
  const current = tabs.find((each) => each === tab) ?? 'materials'

  const handleChange = (value: string | null) => {
    const next = tabs.find((each) => each === value)
    if (next !== undefined) void navigate({ search: next === 'materials' ? {} : { tab: next }, replace: true })
  }
  return (
    <Tabs value={current} onChange={handleChange} keepMounted={false} mt="md">
      <Tabs.List aria-label={t('meeting.tabs')} mb="md">
        {tabs.map((each) => (
          <Tabs.Tab key={each} value={each}>
            {t(`meeting.tab.${each}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="materials">
        <Materials meeting={meeting} me={me.person} />
      </Tabs.Panel>
      <Tabs.Panel value="members">
        <MembersPanel meeting={meeting} me={me.person} />
      </Tabs.Panel>
      {isOffice && (
        <Tabs.Panel value="settings">
          <MeetingSettings meeting={meeting} />
          <OutlineEditor meeting={meeting} />
        </Tabs.Panel>
      )}
    </Tabs>
  )
}

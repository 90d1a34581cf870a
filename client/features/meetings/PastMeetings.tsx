import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Meeting } from '../../lib/api-types'
import { formatDay } from '../../lib/days'
import table from '../../ui/Table.module.css'

export function PastMeetings({ meetings }: { meetings: readonly Meeting[] }) {
  const { t, i18n } = useTranslation()
  return (
    <div className={table.card}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{t('home.meeting')}</th>
            <th scope="col">{t('home.day')}</th>
            <th scope="col">
              <span className={table.spoken}>{t('home.look')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {meetings.map(({ id, title, day }) => (
            <tr key={id}>
              <td>{title}</td>
              <td className={table.muted}>{formatDay(day, i18n.language)}</td>
              <td className={table.action}>
                <Button
                  variant="subtle"
                  color="gray"
                  size="xs"
                  aria-label={`${t('home.look')} ${title}`}
                  renderRoot={(props) => <Link to="/m/$meeting" params={{ meeting: id }} {...props} />}
                >
                  {t('home.look')}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

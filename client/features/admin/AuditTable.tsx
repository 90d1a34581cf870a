import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { zhCN } from '../../i18n/zh-CN'
import type { AuditEntry } from '../../lib/api-types'
import { Chip } from '../../ui/Chip'
import table from '../../ui/Table.module.css'
import classes from './AuditTable.module.css'

export function AuditTable({ entries }: { entries: readonly AuditEntry[] }) {
  const { t, i18n } = useTranslation()
  const time = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'short', timeStyle: 'medium' })
  return (
    <div className={table.card}>
      <table className={`${table.table} ${table.stacked} ${classes.log}`}>
        <thead>
          <tr>
            <th scope="col">{t('audit.at')}</th>
            <th scope="col">{t('audit.actor')}</th>
            <th scope="col">{t('audit.action')}</th>
            <th scope="col">{t('audit.result')}</th>
            <th scope="col">{t('audit.target')}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map(({ seq, at, actor, action, target, result }) => (
            <tr key={seq}>
              <td className={classes.at}>{time.format(at)}</td>
              <td>{actor === '' ? t('audit.system') : actor}</td>
              <td>{wordFor(action, t)}</td>
              <td>
                <Chip tone={result === 'ok' ? 'ok' : 'warn'}>{t(`audit.${result}`)}</Chip>
              </td>
              <td className={classes.target}>{target}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** An action this page has no word for is shown by its code: a log hides nothing. */
function wordFor(action: string, t: TFunction): string {
  const { actions } = zhCN.audit
  const isKnown = (code: string): code is keyof typeof actions => Object.hasOwn(actions, code)
  return isKnown(action) ? t(`audit.actions.${action}`) : action
}

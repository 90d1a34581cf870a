import type { MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { MaterialId } from '../../../shared/ids'
import { Avatar } from '../../ui/Avatar'
import { Badge } from '../../ui/Badge'
import { ProgressBar } from '../../ui/ProgressBar'
import type { NavRow } from './material-groups'
import classes from './MaterialsNav.module.css'

interface MaterialRowProps {
  row: NavRow
  isCurrent: boolean
  href: string
  onOpen: (material: MaterialId) => void
}

export function MaterialRow({ row, isCurrent, href, onOpen }: MaterialRowProps) {
  const content = <RowContent row={row} />
  if (!row.readable) return <div className={classes.row}>{content}</div>

  const handleClick = (event: MouseEvent) => {
    // A new tab is the browser's affair.
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    onOpen(row.id)
  }
  return (
    <a className={classes.row} href={href} onClick={handleClick} aria-current={isCurrent ? 'page' : undefined}>
      {content}
    </a>
  )
}

function RowContent({ row }: { row: NavRow }) {
  const { t } = useTranslation()
  const post = [row.member?.post, row.isMine ? t('workspace.nav.me') : ''].filter(Boolean).join(' · ')
  return (
    <>
      <Avatar name={row.member?.name ?? t('workspace.nav.team')} color={row.member?.color ?? null} />
      <span className={classes.name} title={[row.title, post].filter(Boolean).join('\n')}>
        {row.member?.name ?? t('workspace.name.collective')}
        {post !== '' && <span className={classes.post}> {post}</span>}
      </span>
      <span className={classes.state}>
        {row.suggestions > 0 && <Badge count={row.suggestions} label={t('suggestions.badge', { count: row.suggestions })} />}
        {row.readable ? t(`terms.state.${row.state}`) : t('terms.ability.state')}
      </span>
      {row.progress !== null && (
        <span className={classes.bar}>
          <ProgressBar done={row.progress.written} total={row.progress.total} label={t('workspace.nav.progress', row.progress)} />
        </span>
      )}
    </>
  )
}

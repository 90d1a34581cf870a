import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Status } from '../../collab/status'
import { Notice } from './Notice'
import { forcedToSuggest, type Mode, readOnlyReason, type RightsFacts } from './rights'
import { refusalOf } from './save-line'

interface PaneNoticesProps {
  status: Status
  rights: RightsFacts
  mode: Mode
  /** Why the material was returned or reopened. */
  reason: string | null
  owner: string | null
  onSignIn: () => void
  onReload: () => void
  onLeave: () => void
}

/** What stands over the text: refused, read-only and why, returned and why. Each says the cause, what is safe, one thing to do. */
export function PaneNotices({ status, rights, mode, reason, owner, ...remedies }: PaneNoticesProps) {
  const { t } = useTranslation()
  if (status.kind === 'refused') return <RefusedNotice status={status} {...remedies} />
  const readOnly = readOnlyReason(status, rights)
  const forced = mode === 'suggest' ? forcedToSuggest(status, rights) : null
  return (
    <>
      {readOnly !== null && <Notice tone="info">{t(`workspace.readOnly.${readOnly}`, { name: owner ?? '' })}</Notice>}
      {forced !== null && <Notice tone="info">{t(`suggestions.forced.${forced}`, { name: owner ?? '' })}</Notice>}
      {rights.state === 'returned' && reason !== null && <Notice tone="warn">{t('workspace.returned', { reason })}</Notice>}
    </>
  )
}

type RefusedNoticeProps = Pick<PaneNoticesProps, 'onSignIn' | 'onReload' | 'onLeave'> & {
  status: Extract<Status, { kind: 'refused' }>
}

function RefusedNotice({ status, onSignIn, onReload, onLeave }: RefusedNoticeProps) {
  const { t } = useTranslation()
  const { key, remedy } = refusalOf(status.code)
  const actions = { 'sign-in': onSignIn, reload: onReload, leave: onLeave }
  return (
    <Notice
      tone="danger"
      action={
        <Button size="compact-sm" onClick={actions[remedy]}>
          {t(`workspace.remedy.${remedy}`)}
        </Button>
      }
    >
      {t(`workspace.refused.${key}`)} {status.edits > 0 && t(`workspace.kept.${key}`, { count: status.edits })}
    </Notice>
  )
}

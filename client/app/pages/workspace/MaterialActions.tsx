import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { atLeast } from '../../../../shared/access/ability'
import type { Transition } from '../../../../shared/access/transitions'
import type { Session } from '../../../collab/session'
import { type Action, ActionBar } from '../../../features/workspace/ActionBar'
import type { Material, Me, MeetingDetail, Member } from '../../../lib/api-types'
import { lazily } from '../../../ui/lazily'
import { SinceOpened } from '../../../ui/SinceOpened'
import { useMaterialChanges } from './useMaterialChanges'

interface MaterialActionsProps {
  meeting: MeetingDetail
  material: Material
  name: string
  me: Me
  session: Session | null
  /** null: nothing to put beside. */
  split: { isOn: boolean; onToggle: () => void } | null
}

type Dialog =
  | { kind: 'transition'; transition: Transition }
  | { kind: 'share' }
  | { kind: 'import' }
  | { kind: 'history' }
  | { kind: 'export' }
  | null

/** Opened now and then: not part of what a person waits for. */
const ExportDialog = lazily(async () => (await import('../../../features/exchange/ExportDialog')).ExportDialog)
const HistoryDialog = lazily(async () => (await import('../../../features/history/HistoryDialog')).HistoryDialog)
const ImportDialog = lazily(async () => (await import('../../../features/exchange/ImportDialog')).ImportDialog)
const ShareDialog = lazily(async () => (await import('../../../features/workspace/ShareDialog')).ShareDialog)
const TransitionDialog = lazily(async () => (await import('../../../features/review/TransitionDialog')).TransitionDialog)

/** What one may do with the material as a whole, as the server offers it, and the dialogs that ask before. */
export function MaterialActions({ meeting, material, name, me, session, split }: MaterialActionsProps) {
  const { t } = useTranslation()
  const [dialog, setDialog] = useState<Dialog>(null)
  const { transition, share, done } = useMaterialChanges(meeting.id, material.id, session, () => setDialog(null))
  const isOwnDraft = material.owner === me.person && material.state === 'draft'

  const open = (next: Dialog) => {
    transition.reset()
    share.reset()
    setDialog(next)
  }
  const actions: Action[] = [
    ...(split === null ? [] : [{ id: 'split', label: t('workspace.split.open'), isOn: split.isOn, onRun: split.onToggle }]),
    ...(isOwnDraft ? [{ id: 'share', label: t('workspace.share.open'), onRun: () => open({ kind: 'share' }) }] : []),
    ...(atLeast(material.ability, 'read')
      ? [
          { id: 'history', label: t('history.open'), onRun: () => open({ kind: 'history' }) },
          { id: 'export', label: t('exchange.export.open'), onRun: () => open({ kind: 'export' }) },
        ]
      : []),
    ...(atLeast(material.ability, 'edit')
      ? [{ id: 'import', label: t('workspace.import'), onRun: () => open({ kind: 'import' }) }]
      : []),
    ...ordered(material.transitions).map((each) => ({
      id: each,
      label: t(`terms.transition.${each}`),
      isPrimary: each === mainOf(material.transitions),
      onRun: () => open({ kind: 'transition', transition: each }),
    })),
  ]

  return (
    <>
      <ActionBar actions={actions} />
      <span role="status" style={VISUALLY_HIDDEN}>
        {done !== null && t(`workspace.done.${done}`)}
      </span>
      <SinceOpened opened={dialog?.kind === 'transition'}>
        <TransitionDialog
          transition={dialog?.kind === 'transition' ? dialog.transition : null}
          material={{ title: name, kind: material.kind }}
          busy={transition.isPending}
          error={transition.error}
          onConfirm={(name, reason) => transition.mutate({ transition: name, reason })}
          onClose={() => setDialog(null)}
        />
      </SinceOpened>
      <SinceOpened opened={dialog?.kind === 'import'}>
        <ImportDialog
          opened={dialog?.kind === 'import'}
          material={material.id}
          title={name}
          onClose={() => setDialog(null)}
          onDone={() => setDialog(null)}
        />
      </SinceOpened>
      <SinceOpened opened={dialog?.kind === 'export'}>
        <ExportDialog opened={dialog?.kind === 'export'} material={material.id} title={name} onClose={() => setDialog(null)} />
      </SinceOpened>
      <SinceOpened opened={dialog?.kind === 'history'}>
        <HistoryDialog
          opened={dialog?.kind === 'history'}
          material={material.id}
          title={name}
          mayWrite={atLeast(material.ability, 'edit')}
          onClose={() => setDialog(null)}
        />
      </SinceOpened>
      <SinceOpened opened={dialog?.kind === 'share'}>
        <ShareDialog
          opened={dialog?.kind === 'share'}
          colleagues={meeting.members.filter((member) => member.person !== me.person && member.roles.some(mayBeNamed))}
          openedTo={material.openedTo}
          busy={share.isPending}
          error={share.error}
          onSave={(people) => share.mutate(people)}
          onClose={() => setDialog(null)}
        />
      </SinceOpened>
    </>
  )
}

const VISUALLY_HIDDEN = { position: 'absolute', width: 1, height: 1, overflow: 'hidden', clipPath: 'inset(50%)' } as const

/** As the rights table has it: a draft can be opened to these. */
function mayBeNamed(role: Member['roles'][number]): boolean {
  return role === 'member' || role === 'principal' || role === 'office'
}

/** What leads back stands before what leads on. */
const ORDER: readonly Transition[] = ['return', 'reopen', 'submit', 'approve']

function ordered(transitions: readonly Transition[]): Transition[] {
  return ORDER.filter((each) => transitions.includes(each))
}

/** The one step the page waits for. Reopening never is: it is the exception. */
function mainOf(transitions: readonly Transition[]): Transition | undefined {
  return (['approve', 'submit'] as const).find((each) => transitions.includes(each))
}

import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { LiveModel } from '../../../live/live-model'
import { DropMenu } from '../../../ui/DropMenu'
import type { MenuEntry } from '../../../ui/menu-entry'
import { agendaMaterials, nameOf, type Order } from '../order'

export type PresiderDialog = 'agenda' | 'attendance' | 'projector' | 'end'

interface PresiderMenuProps {
  model: LiveModel
  order: Order
  onDialog: (dialog: PresiderDialog) => void
}

/** What the presider needs less often than the next step. */
export function PresiderMenu({ model, order, onDialog }: PresiderMenuProps) {
  const { t } = useTranslation()
  const { state } = model
  const isHeld = state.phase === 'running' || state.phase === 'paused'
  const isEnded = state.phase === 'ended'
  const entry = (key: string, label: string, onSelect: () => void, disabled = false): MenuEntry => ({
    key,
    label,
    onSelect,
    disabled,
  })
  const line = (key: string): MenuEntry => ({ key, isLine: true })

  const steps = (): MenuEntry[] => [
    entry('back', t('live.control.back'), () => order({ kind: 'back', unit: 'step' })),
    entry('turn', t('live.control.skipTurn'), () => order({ kind: 'next', unit: 'turn' })),
    entry('item', t('live.control.skipItem'), () => order({ kind: 'next', unit: 'item' })),
    line('after steps'),
  ]
  const texts = (): MenuEntry[] => [
    line('before texts'),
    ...agendaMaterials(model)
      .filter(({ material }) => material !== state.presented?.material)
      .map(({ material, owner }) => {
        const title = owner === null ? t('live.stage.collective') : t('live.stage.individual', { name: nameOf(model, owner) })
        return entry(material, t('live.control.present', { title }), () => order({ kind: 'present', material }))
      }),
    ...(state.presented === null ? [] : [entry('withdraw', t('live.control.withdraw'), () => order({ kind: 'withdraw' }))]),
  ]
  const entries = (): MenuEntry[] => [
    ...(isHeld ? steps() : []),
    entry('agenda', t('live.control.arrange'), () => onDialog('agenda'), isEnded),
    entry('attendance', t('live.control.attendance'), () => onDialog('attendance')),
    ...(isEnded ? [] : texts()),
    ...(isHeld ? [line('before end'), entry('end', t('live.control.end'), () => onDialog('end'))] : []),
    ...(isEnded && state.record === 'open' ? [entry('resume', t('live.control.reopen'), () => order({ kind: 'resume' }))] : []),
  ]
  return (
    <DropMenu
      target={
        <Button variant="default" size="compact-md" aria-label={t('live.control.more')}>
          <span aria-hidden="true">⋯</span>
        </Button>
      }
      entries={entries}
    />
  )
}

import { Button, Menu } from '@mantine/core'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { LiveModel } from '../../../live/live-model'
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
  const button = useRef<HTMLButtonElement>(null)
  const { state } = model
  const isHeld = state.phase === 'running' || state.phase === 'paused'
  const handleDialog = (dialog: PresiderDialog) => {
    // A dialog gives the focus back to where it came from, and the item will be gone.
    button.current?.focus()
    onDialog(dialog)
  }
  const materials = agendaMaterials(model).filter(({ material }) => material !== state.presented?.material)
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <Button ref={button} variant="default" size="compact-md" aria-label={t('live.control.more')}>
          <span aria-hidden="true">⋯</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah="70vh" style={{ overflowY: 'auto' }}>
        {isHeld && (
          <>
            <Menu.Item onClick={() => order({ kind: 'back', unit: 'step' })}>{t('live.control.back')}</Menu.Item>
            <Menu.Item onClick={() => order({ kind: 'next', unit: 'turn' })}>{t('live.control.skipTurn')}</Menu.Item>
            <Menu.Item onClick={() => order({ kind: 'next', unit: 'item' })}>{t('live.control.skipItem')}</Menu.Item>
            <Menu.Divider />
          </>
        )}
        <Menu.Item onClick={() => handleDialog('agenda')} disabled={state.phase === 'ended'}>
          {t('live.control.arrange')}
        </Menu.Item>
        <Menu.Item onClick={() => handleDialog('attendance')}>{t('live.control.attendance')}</Menu.Item>
        {state.phase !== 'ended' && (
          <>
            <Menu.Divider />
            {materials.map(({ material, owner }) => (
              <Menu.Item key={material} onClick={() => order({ kind: 'present', material })}>
                {t('live.control.present', {
                  title: owner === null ? t('live.stage.collective') : t('live.stage.individual', { name: nameOf(model, owner) }),
                })}
              </Menu.Item>
            ))}
            {state.presented !== null && (
              <Menu.Item onClick={() => order({ kind: 'withdraw' })}>{t('live.control.withdraw')}</Menu.Item>
            )}
          </>
        )}
        {isHeld && (
          <>
            <Menu.Divider />
            <Menu.Item onClick={() => handleDialog('end')}>{t('live.control.end')}</Menu.Item>
          </>
        )}
        {state.phase === 'ended' && state.record === 'open' && (
          <Menu.Item onClick={() => order({ kind: 'resume' })}>{t('live.control.reopen')}</Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}

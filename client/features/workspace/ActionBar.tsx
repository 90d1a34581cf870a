import { Button } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import { DropMenu } from '../../ui/DropMenu'
import classes from './ActionBar.module.css'

export interface Action {
  id: string
  label: string
  /** At most one: what the page waits for. */
  isPrimary?: boolean
  /** A switch that is on. */
  isOn?: boolean
  disabled?: boolean
  onRun: () => void
}

const NARROW = '(max-width: 1180px)'

/** What can be done with the material: buttons where there is room, else one button and a menu. */
export function ActionBar({ actions }: { actions: readonly Action[] }) {
  const { t } = useTranslation()
  const isNarrow = useMediaQuery(NARROW, false, { getInitialValueInEffect: false })
  const isPhone = useMediaQuery('(max-width: 760px)', false, { getInitialValueInEffect: false })
  if (actions.length === 0) return null
  const shown = isPhone ? [] : isNarrow ? actions.filter((action) => action.isPrimary) : actions
  const inMenu = actions.filter((action) => !shown.includes(action))
  return (
    <div className={classes.bar}>
      {inMenu.length > 0 && (
        <DropMenu
          target={
            <Button variant="default" size="compact-md" aria-label={t('workspace.more')}>
              ⋯
            </Button>
          }
          entries={() => inMenu.map(({ id, label, disabled = false, onRun }) => ({ key: id, label, disabled, onSelect: onRun }))}
        />
      )}
      {shown.map((action) => (
        <Button
          key={action.id}
          variant={action.isPrimary ? 'filled' : 'default'}
          className={classes.action}
          size="compact-md"
          disabled={action.disabled}
          aria-pressed={action.isOn}
          onClick={action.onRun}
        >
          {action.label}
        </Button>
      ))}
    </div>
  )
}

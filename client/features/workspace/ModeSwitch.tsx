import { SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './ModeSwitch.module.css'
import type { Mode } from './rights'

interface ModeSwitchProps {
  mode: Mode
  onChange: (mode: Mode) => void
}

const MODES: readonly Mode[] = ['edit', 'read']

export function ModeSwitch({ mode, onChange }: ModeSwitchProps) {
  const { t } = useTranslation()
  return (
    <SegmentedControl
      classNames={classes}
      radius={7}
      transitionDuration={0}
      aria-label={t('workspace.mode.label')}
      value={mode}
      onChange={(value) => onChange(value === 'read' ? 'read' : 'edit')}
      data={MODES.map((value) => ({ value, label: t(`workspace.mode.${value}`) }))}
    />
  )
}

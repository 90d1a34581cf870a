import { SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'
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
      size="xs"
      radius={7}
      aria-label={t('workspace.mode.label')}
      value={mode}
      onChange={(value) => onChange(value === 'read' ? 'read' : 'edit')}
      data={MODES.map((value) => ({ value, label: t(`workspace.mode.${value}`) }))}
    />
  )
}

import { SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './ModeSwitch.module.css'
import { type Mode, MODES } from './rights'
import { LETTERS, useModeKeys } from './useModeKeys'

interface ModeSwitchProps {
  mode: Mode
  /** False: may only suggest. */
  mayEdit: boolean
  onChange: (mode: Mode) => void
}

export function ModeSwitch({ mode, mayEdit, onChange }: ModeSwitchProps) {
  const { t } = useTranslation()
  const handleChange = (value: string) => {
    const chosen = MODES.find((each) => each === value)
    if (chosen !== undefined && (mayEdit || chosen !== 'edit')) onChange(chosen)
  }
  useModeKeys(handleChange)
  return (
    <SegmentedControl
      classNames={classes}
      radius={7}
      transitionDuration={0}
      aria-label={t('workspace.mode.label')}
      value={mode}
      onChange={handleChange}
      data={MODES.map((value) => ({
        value,
        disabled: value === 'edit' && !mayEdit,
        label: <span title={t('workspace.mode.keys', { letter: LETTERS[value] })}>{t(`workspace.mode.${value}`)}</span>,
      }))}
    />
  )
}

import { UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './PanelButton.module.css'

interface PanelButtonProps {
  isOpen: boolean
  onOpen: () => void
}

/** Only where the left panel is a drawer. */
export function PanelButton({ isOpen, onOpen }: PanelButtonProps) {
  const { t } = useTranslation()
  return (
    <UnstyledButton className={classes.button} aria-label={t('workspace.openPanel')} aria-expanded={isOpen} onClick={onOpen}>
      <span aria-hidden="true">☰</span>
    </UnstyledButton>
  )
}

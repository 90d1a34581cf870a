import { Button, Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import form from '../../../ui/Form.module.css'

interface EndDialogProps {
  opened: boolean
  onEnd: () => void
  onClose: () => void
}

export function EndDialog({ opened, onEnd, onClose }: EndDialogProps) {
  const { t } = useTranslation()
  return (
    <Modal opened={opened} onClose={onClose} title={t('live.endDialog.title')}>
      <div className={form.stack}>
        <p>{t('live.endDialog.about')}</p>
        <div className={form.actions}>
          <Button variant="default" onClick={onClose}>
            {t('live.endDialog.cancel')}
          </Button>
          <Button onClick={onEnd} data-autofocus>
            {t('live.endDialog.button')}
          </Button>
        </div>
      </div>
    </Modal>
  )
}

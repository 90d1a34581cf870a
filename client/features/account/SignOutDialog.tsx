import { Button, Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ErrorNote } from '../../ui/ErrorNote'
import form from '../../ui/Form.module.css'
import type { SignOut } from './useSignOut'

/** Asks before edits are lost that no server has, and says why a sign-out did not work. */
export function SignOutDialog({ unsaved, error, busy, confirm, cancel }: SignOut) {
  const { t } = useTranslation()
  return (
    <Modal opened={unsaved !== null || error !== null} onClose={cancel} title={t('account.signOut.title')}>
      <div className={form.stack}>
        {unsaved !== null && <p>{t('account.signOut.unsaved', { count: unsaved })}</p>}
        <ErrorNote error={error} />
        <div className={form.actions}>
          <Button variant="default" onClick={cancel} data-autofocus>
            {t('account.signOut.stay')}
          </Button>
          <Button onClick={confirm} loading={busy}>
            {t(unsaved === null ? 'app.retry' : 'account.signOut.anyway')}
          </Button>
        </div>
      </div>
    </Modal>
  )
}

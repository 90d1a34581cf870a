import { Button } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorNote } from '../../ui/ErrorNote'
import form from '../../ui/Form.module.css'
import classes from './SignOutDialog.module.css'
import type { SignOut } from './useSignOut'

/**
 * Asks before edits are lost that no server has, and says why a sign-out did not work. The browser's own dialog: it must be there
 * when nothing can be loaded any more, and the kit's would weigh on every first page.
 */
export function SignOutDialog({ unsaved, error, busy, confirm, cancel }: SignOut) {
  const { t } = useTranslation()
  const dialog = useRef<HTMLDialogElement>(null)
  const isOpen = unsaved > 0 || error !== null

  useEffect(() => {
    if (isOpen) dialog.current?.showModal()
    else dialog.current?.close()
  }, [isOpen])

  return (
    <dialog ref={dialog} className={classes.dialog} onCancel={cancel} aria-labelledby="sign-out-title">
      <div className={form.stack}>
        <h2 id="sign-out-title">{t('account.signOut.title')}</h2>
        {unsaved > 0 && <p>{t('account.signOut.unsaved', { count: unsaved })}</p>}
        <ErrorNote error={error} />
        <div className={form.actions}>
          <Button variant="default" onClick={cancel}>
            {t('account.signOut.stay')}
          </Button>
          <Button onClick={confirm} loading={busy}>
            {t(unsaved > 0 ? 'account.signOut.anyway' : 'app.retry')}
          </Button>
        </div>
      </div>
    </dialog>
  )
}

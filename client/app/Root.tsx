import { Outlet, useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { OfflineBanner } from './OfflineBanner'
import classes from './Root.module.css'

/** What is around every page: the way past the header, the word about the connection, and the focus after a change of page. */
export function Root() {
  const { t } = useTranslation()
  const router = useRouter()

  useEffect(
    () =>
      router.subscribe('onRendered', ({ pathChanged, fromLocation }) => {
        if (!pathChanged || fromLocation === undefined) return
        const main = document.getElementById('main')
        // A form that has taken the focus keeps it.
        if (main !== null && !main.contains(document.activeElement)) main.focus({ preventScroll: true })
      }),
    [router],
  )

  const handleSkip = () => document.getElementById('main')?.focus()
  return (
    <>
      <a className={classes.skip} href="#main" onClick={handleSkip}>
        {t('app.skip')}
      </a>
      <OfflineBanner />
      <Outlet />
    </>
  )
}

import { Link, Outlet } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMe } from '../lib/me'
import classes from './Shell.module.css'
import { UserMenu } from './UserMenu'

/** Top bar and page, for all pages but the workspace, which has a bar of its own. */
export function Shell() {
  const { t } = useTranslation()
  const me = useMe()
  return (
    <>
      <header className={classes.top}>
        <Link to="/" className={classes.brand} aria-label={t('app.home')}>
          对照
        </Link>
        <span className={classes.team}>{me.team}</span>
        <UserMenu me={me} />
      </header>
      <main id="main" className={classes.main} tabIndex={-1}>
        <Outlet />
      </main>
    </>
  )
}

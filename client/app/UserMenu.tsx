import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { SignOutDialog } from '../features/account/SignOutDialog'
import { useSignOut } from '../features/account/useSignOut'
import { currentLanguage, LANGUAGES, switchLanguage } from '../i18n/language'
import type { Me } from '../lib/api-types'
import { Avatar } from '../ui/Avatar'
import { useDisclosure } from '../ui/useDisclosure'
import classes from './UserMenu.module.css'

/** Not the kit's menu: it would add a quarter to the weight of every first page. */
export function UserMenu({ me }: { me: Me }) {
  const { t } = useTranslation()
  const signOut = useSignOut(me.person)
  const { isOpen, close, buttonProps, areaProps } = useDisclosure()
  return (
    <div className={classes.menu} {...areaProps}>
      <button type="button" className={classes.button} aria-label={t('app.menu.label', { name: me.name })} {...buttonProps}>
        <Avatar name={me.name} color={me.color} />
      </button>
      {isOpen && (
        <nav className={classes.list} aria-label={t('app.menu.label', { name: me.name })}>
          <p className={classes.label}>{me.name}</p>
          <Link to="/account" className={classes.item} onClick={close}>
            {t('app.menu.account')}
          </Link>
          {me.adminRoles.includes('securityAdmin') && (
            <Link to="/admins" className={classes.item} onClick={close}>
              {t('app.menu.admins')}
            </Link>
          )}
          {me.adminRoles.includes('auditAdmin') && (
            <Link to="/audit" className={classes.item} onClick={close}>
              {t('app.menu.audit')}
            </Link>
          )}
          <p className={classes.label}>{t('app.menu.language')}</p>
          {LANGUAGES.map((language) => (
            <button
              key={language}
              type="button"
              className={classes.item}
              lang={language}
              aria-pressed={language === currentLanguage()}
              onClick={() => void switchLanguage(language)}
            >
              {t(`app.language.${language}`)}
              {language === currentLanguage() && <span aria-hidden>✓</span>}
            </button>
          ))}
          <hr />
          <button type="button" className={classes.item} onClick={signOut.start}>
            {t('app.menu.signOut')}
          </button>
        </nav>
      )}
      <SignOutDialog {...signOut} />
    </div>
  )
}

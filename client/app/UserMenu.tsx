import { Menu, UnstyledButton } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { SignOutDialog } from '../features/account/SignOutDialog'
import { useSignOut } from '../features/account/useSignOut'
import { currentLanguage, LANGUAGES, switchLanguage } from '../i18n/language'
import type { Me } from '../lib/api-types'
import { Avatar } from '../ui/Avatar'
import classes from './UserMenu.module.css'

export function UserMenu({ me }: { me: Me }) {
  const { t } = useTranslation()
  const signOut = useSignOut(me.person)
  return (
    <>
      <Menu position="bottom-end" width={190} shadow="md">
        <Menu.Target>
          <UnstyledButton className={classes.button} aria-label={t('app.menu.label', { name: me.name })}>
            <Avatar name={me.name} color={me.color} />
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{me.name}</Menu.Label>
          <Menu.Item renderRoot={(props) => <Link to="/account" {...props} />}>{t('app.menu.account')}</Menu.Item>
          {me.adminRoles.includes('auditAdmin') && (
            <Menu.Item renderRoot={(props) => <Link to="/audit" {...props} />}>{t('app.menu.audit')}</Menu.Item>
          )}
          <Menu.Divider />
          <Menu.Label>{t('app.menu.language')}</Menu.Label>
          {LANGUAGES.map((language) => (
            <Menu.Item
              key={language}
              lang={language}
              role="menuitemradio"
              aria-checked={language === currentLanguage()}
              rightSection={language === currentLanguage() ? <span aria-hidden>✓</span> : null}
              onClick={() => void switchLanguage(language)}
            >
              {t(`app.language.${language}`)}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item onClick={signOut.start}>{t('app.menu.signOut')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <SignOutDialog {...signOut} />
    </>
  )
}

import { SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { PasswordForm } from '../../features/account/PasswordForm'
import { currentLanguage, LANGUAGES, type Language, switchLanguage } from '../../i18n/language'
import { useMe } from '../../lib/me'
import { PageTitle } from '../../ui/PageTitle'
import panel from '../../ui/Panel.module.css'
import classes from './AccountPage.module.css'

export function AccountPage() {
  const { t } = useTranslation()
  const me = useMe()
  return (
    <>
      <PageTitle>{t('account.page.title')}</PageTitle>
      <section className={panel.panel} aria-label={me.name}>
        <h2>{me.name}</h2>
        <dl className={classes.facts}>
          <dt>{t('account.page.who')}</dt>
          <dd>{me.username}</dd>
          <dt>{t('account.page.team')}</dt>
          <dd>{me.team}</dd>
          {me.adminRoles.length > 0 && (
            <>
              <dt>{t('account.page.roles')}</dt>
              <dd>{me.adminRoles.map((role) => t(`terms.adminRole.${role}`)).join(' · ')}</dd>
            </>
          )}
          <dt id="language-label">{t('account.page.language')}</dt>
          <dd>
            <SegmentedControl
              aria-labelledby="language-label"
              value={currentLanguage()}
              onChange={(value: Language) => void switchLanguage(value)}
              data={LANGUAGES.map((language) => ({ value: language, label: t(`app.language.${language}`) }))}
            />
          </dd>
        </dl>
      </section>
      <section className={panel.panel} aria-labelledby="password-title">
        <h2 id="password-title">{t('account.page.password')}</h2>
        <PasswordForm username={me.username} />
      </section>
    </>
  )
}

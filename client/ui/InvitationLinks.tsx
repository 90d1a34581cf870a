import { useTranslation } from 'react-i18next'
import type { Invitation } from '../lib/api-types'
import { CopyButton } from './CopyButton'
import classes from './InvitationLinks.module.css'

/** One single-use link a person, to be handed over by whatever way the house allows. */
export function InvitationLinks({ invitations }: { invitations: readonly Invitation[] }) {
  const { t } = useTranslation()
  const wordsFor = ({ name, username, url }: Invitation) => t('people.linkMessage', { name, username, url })
  return (
    <div className={classes.links}>
      <div className={classes.head}>
        <p>{t('people.linksAbout')}</p>
        {invitations.length > 1 && (
          <CopyButton text={invitations.map(wordsFor).join('\n')} label={t('people.copyAll')} size="sm" />
        )}
      </div>
      <ul className={classes.list}>
        {invitations.map((invitation) => (
          <li key={invitation.person}>
            <span className={classes.who}>
              <b>{invitation.name}</b>
              <span>{invitation.post}</span>
              {invitation.username !== invitation.name && <span>{t('people.signsInAs', { username: invitation.username })}</span>}
            </span>
            <code className={classes.url}>{invitation.url}</code>
            <CopyButton text={wordsFor(invitation)} label={t('people.copyLink')} describe={invitation.name} />
          </li>
        ))}
      </ul>
    </div>
  )
}

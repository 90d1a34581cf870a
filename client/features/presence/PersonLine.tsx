import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { PersonId } from '../../../shared/ids'
import { Avatar } from '../../ui/Avatar'
import { mayFollow } from './follow'
import type { PersonHere } from './people'
import type { PresenceStackProps } from './presence-props'
import classes from './Presence.module.css'

interface PersonLineProps extends Omit<PresenceStackProps, 'people'> {
  person: PersonHere
  me: PersonId | undefined
}

export function PersonLine({ person, me, followed, sectionLabel, postOf, onGoTo, onFollow, onStop }: PersonLineProps) {
  const { t } = useTranslation()
  const section = person.section === null ? t('presence.preface') : sectionLabel(person.section)
  const isFollowed = person.id === followed
  const details = [postOf(person.id), person.isMe ? t('presence.me') : null].filter(Boolean).join(' · ')
  return (
    <li className={classes.line}>
      <button
        type="button"
        className={classes.person}
        onClick={() => onGoTo(person)}
        title={t('presence.goTo', { name: person.name })}
      >
        <Avatar name={person.name} color={person.color} />
        <span className={classes.who}>
          <span>
            {person.name} {details !== '' && <span className={classes.details}>{details}</span>}
          </span>
          <span className={classes.doing} data-activity={person.activity}>
            {t(`presence.activity.${person.activity}`)}
            {section !== null && person.activity !== 'away' && ` · ${section}`}
          </span>
          {me !== undefined && person.following === me && <span className={classes.doing}>{t('presence.followsYou')}</span>}
        </span>
      </button>
      {!person.isMe && (
        <Button
          size="compact-sm"
          fw={400}
          variant={isFollowed ? 'light' : 'default'}
          disabled={!isFollowed && !mayFollow(person, me)}
          onClick={() => (isFollowed ? onStop() : onFollow(person))}
          aria-label={t(isFollowed ? 'presence.stopFollowing' : 'presence.followName', { name: person.name })}
        >
          {t(isFollowed ? 'presence.stop' : 'presence.follow')}
        </Button>
      )}
    </li>
  )
}

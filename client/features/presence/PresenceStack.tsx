import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../../ui/Avatar'
import { lazily } from '../../ui/lazily'
import { CountButton } from './CountButton'
import type { PresenceStackProps } from './presence-props'
import classes from './Presence.module.css'

/** More faces than this are only counted; the list has them all. */
const MOST_FACES = 6

const PeopleList = lazily(async () => (await import('./PeopleList')).PeopleList)

/** The faces of those who have this text open, and the list of what each is doing. */
export function PresenceStack(props: PresenceStackProps) {
  const { t } = useTranslation()
  const { people, onGoTo } = props
  if (people.length === 0) return null
  return (
    <div className={classes.stack} role="group" aria-label={t('presence.label')}>
      {people.slice(0, MOST_FACES).map((person) => (
        <button
          key={person.id}
          type="button"
          className={classes.face}
          data-activity={person.activity}
          title={t(`presence.is.${person.activity}`, { name: person.name })}
          aria-label={t('presence.goTo', { name: person.name })}
          onClick={() => onGoTo(person)}
        >
          <Avatar name={person.name} color={person.color} />
        </button>
      ))}
      <Suspense fallback={<CountButton count={people.length} disabled />}>
        <PeopleList {...props} />
      </Suspense>
    </div>
  )
}

import { Popover } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonId } from '../../../shared/ids'
import { Avatar } from '../../ui/Avatar'
import type { PersonHere } from './people'
import { PersonLine } from './PersonLine'
import classes from './Presence.module.css'

export interface PresenceStackProps {
  people: readonly PersonHere[]
  followed: PersonId | null
  /** The heading of a section, as the outline shows it; null: no longer there. */
  sectionLabel: (id: string) => string | null
  postOf: (person: PersonId) => string | null
  onGoTo: (person: PersonHere) => void
  onFollow: (person: PersonHere) => void
  onStop: () => void
}

/** More faces than this are only counted; the list has them all. */
const MOST_FACES = 6

/** The faces of those who have this text open, and the list of what each is doing. */
export function PresenceStack({ people, onGoTo, onFollow, ...line }: PresenceStackProps) {
  const { t } = useTranslation()
  const [opened, setOpened] = useState(false)
  const andClose = (run: (person: PersonHere) => void) => (person: PersonHere) => {
    setOpened(false)
    run(person)
  }
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
      <Popover opened={opened} onChange={setOpened} position="bottom-end" shadow="md" trapFocus returnFocus>
        <Popover.Target>
          <button type="button" className={classes.count} aria-expanded={opened} onClick={() => setOpened(!opened)}>
            {t('presence.count', { count: people.length })}
          </button>
        </Popover.Target>
        <Popover.Dropdown aria-label={t('presence.label')}>
          <ul className={classes.list}>
            {people.map((person) => (
              <PersonLine
                key={person.id}
                person={person}
                me={people.find((each) => each.isMe)?.id}
                onGoTo={andClose(onGoTo)}
                onFollow={andClose(onFollow)}
                {...line}
              />
            ))}
          </ul>
        </Popover.Dropdown>
      </Popover>
    </div>
  )
}

import { Popover } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CountButton } from './CountButton'
import type { PersonHere } from './people'
import { PersonLine } from './PersonLine'
import type { PresenceStackProps } from './presence-props'
import classes from './Presence.module.css'

/** How many are here, and on a click what each is doing. */
export function PeopleList({ people, onGoTo, onFollow, ...line }: PresenceStackProps) {
  const { t } = useTranslation()
  const [opened, setOpened] = useState(false)
  const andClose = (run: (person: PersonHere) => void) => (person: PersonHere) => {
    setOpened(false)
    run(person)
  }
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <CountButton count={people.length} aria-expanded={opened} onClick={() => setOpened(!opened)} />
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
  )
}

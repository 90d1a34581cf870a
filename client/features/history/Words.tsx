import { useTranslation } from 'react-i18next'
import type { DiffPart } from '../../../shared/diff/words'
import type { PersonId } from '../../../shared/ids'
import type { VersionText } from '../../lib/api-types'
import classes from './History.module.css'

export type People = ReadonlyMap<PersonId, VersionText['people'][number]>

interface WordsProps {
  number: string
  parts: readonly DiffPart[]
  people: People
}

/** The words of a line; what was inserted in the colour of who wrote it. */
export function Words({ number, parts, people }: WordsProps) {
  const { t } = useTranslation()
  return (
    <>
      {number}
      {parts.map(({ op, text, author }, index) => {
        const person = author === null ? undefined : people.get(author)
        // Nothing else tells the parts of a line apart, and a line is drawn anew as a whole.
        const key = `${index} ${op}`
        if (op === 'same') return <span key={key}>{text}</span>
        if (op === 'delete') {
          return (
            <del key={key} className={classes.gone}>
              {text}
            </del>
          )
        }
        return (
          <ins
            key={key}
            className={classes.come}
            style={person && { color: `var(--u${person.color + 1})` }}
            title={person && t('history.writtenBy', { name: person.name })}
          >
            {text}
          </ins>
        )
      })}
    </>
  )
}

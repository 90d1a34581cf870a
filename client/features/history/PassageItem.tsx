import { useTranslation } from 'react-i18next'
import { PERSON_COLORS } from '../../../shared/wire/awareness'
import { authorName } from '../../lib/author-name'
import { Avatar } from '../../ui/Avatar'
import classes from './Passages.module.css'
import type { Passage } from './passages'

/** One hand's words, with the name and the time. */
export function PassageItem({ passage }: { passage: Passage }) {
  const { t, i18n } = useTranslation()
  const { author, text, color, isProposed, from, to } = passage
  const name = author === null ? t('history.passage.nobody') : authorName(author, passage.name, t)
  const time = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' })
  const when =
    to === null
      ? t('history.passage.unknownTime')
      : from === null
        ? t('history.passage.until', { time: time.format(to) })
        : time.formatRange(from, to)
  return (
    <li>
      <p className={classes.head}>
        {author !== null && <Avatar name={passage.name} color={color} size="small" />}
        <b>{name}</b>
        <span className={classes.when}>{when}</span>
        {isProposed && <span className={classes.proposed}>{t('history.passage.proposed')}</span>}
      </p>
      <blockquote
        className={classes.words}
        style={color === null ? undefined : { borderColor: `var(--u${(color % PERSON_COLORS) + 1})` }}
      >
        {text}
      </blockquote>
    </li>
  )
}

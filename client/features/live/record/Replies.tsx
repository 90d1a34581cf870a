import { Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { LiveModel } from '../../../live/live-model'
import type { MeetingSession } from '../../../live/meeting-session'
import { useLive } from '../../../live/useMeeting'
import { nameOf } from '../order'
import classes from './Record.module.css'

/** 表态: who has replied to what was said to them. */
export function Replies({ session, model }: { session: MeetingSession; model: LiveModel }) {
  const { t } = useTranslation()
  const { lines, replies } = useLive(session, (view) => view.record)
  const people = model.state.items
    .filter(({ kind }) => kind === 'individual')
    .flatMap(({ turns }) => turns.map(({ person }) => person))
  if (people.length === 0) return <p className={classes.empty}>{t('recorder.repliesEmpty')}</p>
  return (
    <>
      <p className={classes.empty}>{t('recorder.repliesAbout')}</p>
      <ul className={classes.ticks}>
        {people.map((person) => {
          if (person === null) return null
          const words = lines.filter((line) => line.kind === 'reply' && line.speaker === person && !line.removed)
          return (
            <li key={person}>
              <Checkbox
                label={nameOf(model, person)}
                aria-label={t('recorder.given', { name: nameOf(model, person) })}
                description={words.map(({ text }) => text).join(' ')}
                checked={replies.some((reply) => reply.person === person && reply.given)}
                disabled={model.state.record === 'locked'}
                onChange={(event) => session.tickReply(person, event.currentTarget.checked)}
              />
            </li>
          )
        })}
      </ul>
    </>
  )
}

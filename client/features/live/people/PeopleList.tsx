import { useTranslation } from 'react-i18next'
import { countHeads } from '../../../../shared/live/attendance'
import { keepsRecord, presides } from '../../../../shared/live/command-rights'
import type { MeetingPerson } from '../../../../shared/live/messages'
import type { LiveModel } from '../../../live/live-model'
import { Avatar } from '../../../ui/Avatar'
import { Chip } from '../../../ui/Chip'
import { type Doing, doingOf } from './doing'
import classes from './PeopleList.module.css'

interface PeopleListProps {
  model: LiveModel
  onRegister: () => void
}

/** Who is expected, who is here, and what everyone's page is doing. */
export function PeopleList({ model, onRegister }: PeopleListProps) {
  const { t } = useTranslation()
  const { state, people, you } = model
  const { expected, present, reached } = countHeads(state.attendance, state.quorum)
  const order = [...state.attendance].sort((a, b) => rank(a.expected, a.status) - rank(b.expected, b.status))
  return (
    <section aria-label={t('live.people.label')}>
      <div className={classes.head}>
        <h2>
          {t('live.people.label')} · {t('live.people.count', { expected, present })}
        </h2>
        <Chip tone={reached ? 'ok' : 'warn'}>
          {t(reached ? 'live.people.reached' : 'live.people.notReached', { ...state.quorum })}
        </Chip>
        {(presides(you) || keepsRecord(you)) && (
          <button type="button" className={classes.register} onClick={onRegister}>
            {t('live.people.register')}
          </button>
        )}
      </div>
      <ul className={classes.list}>
        {order.map((attendee) => {
          const person = people.get(attendee.person)
          if (person === undefined) return null
          const doing = doingOf(model, attendee)
          return (
            <li key={attendee.person} className={classes.line} data-doing={doing.kind}>
              <Avatar name={person.name} color={person.color} />
              <span className={classes.who}>
                {person.name}
                {doing.kind === 'speaking' ? <Chip tone="accent">{t('live.people.speaking')}</Chip> : <RoleOf person={person} />}
              </span>
              <DoingWords doing={doing} />
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** Expected before those who sit in, who is here before who is not. */
function rank(expected: boolean, status: string): number {
  return (status === 'absent' ? 2 : 0) + (expected ? 0 : 1)
}

function RoleOf({ person: { roles } }: { person: MeetingPerson }) {
  const { t } = useTranslation()
  const role = roles.includes('principal')
    ? 'presider'
    : (['recorder', 'supervisor', 'observer', 'office'] as const).find((each) => roles.includes(each))
  return role === undefined ? null : <span className={classes.role}>{t(`live.people.${role}`)}</span>
}

function DoingWords({ doing }: { doing: Doing }) {
  const { t } = useTranslation()
  switch (doing.kind) {
    case 'absent':
      return <span className={classes.doing}>{doing.reason === '' ? t('live.people.absent') : doing.reason}</span>
    case 'speaking':
      return (
        <span className={classes.doing} data-speaking>
          {doing.section}
        </span>
      )
    case 'elsewhere':
      return (
        <span className={classes.doing}>
          {doing.section === null
            ? t('live.people.looksElsewhere')
            : t('live.people.looksAt', { section: doing.section || t('live.people.preface') })}
        </span>
      )
    default:
      return <span className={classes.doing}>{t(`live.people.${doing.kind}`)}</span>
  }
}

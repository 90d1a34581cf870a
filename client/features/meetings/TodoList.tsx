import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { dayOf, formatDay } from '../../lib/days'
import type { Todo } from './todo'
import classes from './TodoList.module.css'

const SIGNS: Record<Todo['kind'], string> = {
  returned: '↩',
  review: '☰',
  suggestions: '⇄',
  write: '✎',
  collective: '✎',
  invite: '✉',
}

export function TodoList({ todos }: { todos: readonly Todo[] }) {
  const { t, i18n } = useTranslation()
  return (
    <ul className={classes.list}>
      {todos.map((todo) => {
        const { title, about, action } = wordsFor(todo, t)
        return (
          <li key={`${todo.kind} ${'material' in todo ? todo.material : todo.meeting}`}>
            <span className={classes.sign} aria-hidden>
              {SIGNS[todo.kind]}
            </span>
            <div className={classes.what}>
              <b>{title}</b>
              <p>{about}</p>
            </div>
            <span className={classes.when}>{whenOf(todo.day, i18n.language, t)}</span>
            <Button
              variant="default"
              aria-label={`${action} ${title}`}
              renderRoot={(props) => <TodoLink todo={todo} {...props} />}
            >
              {action}
            </Button>
          </li>
        )
      })}
    </ul>
  )
}

function whenOf(day: string, language: string, t: TFunction): string {
  const today = dayOf(new Date())
  if (day === today) return t('home.today')
  return day > today ? t('home.beforeDay', { day: formatDay(day, language) }) : formatDay(day, language)
}

function TodoLink({ todo, ...props }: { todo: Todo }) {
  const { meeting } = todo
  if (!('material' in todo)) return <Link to="/m/$meeting" params={{ meeting }} search={{ tab: 'members' }} {...props} />
  return <Link to="/m/$meeting/$material" params={{ meeting, material: todo.material }} {...props} />
}

function wordsFor(todo: Todo, t: TFunction): { title: string; about: string; action: string } {
  switch (todo.kind) {
    case 'returned':
      return {
        title: t('home.todo.returned', { title: todo.title }),
        about: todo.reason ? t('home.about.returned', { reason: todo.reason }) : t('home.about.returnedSilently'),
        action: t('home.action.returned'),
      }
    case 'review':
      return {
        title: todo.name === null ? t('home.todo.reviewCollective') : t('home.todo.review', { name: todo.name }),
        about: t('home.about.review'),
        action: t('home.action.review'),
      }
    case 'suggestions':
      return {
        title: t('home.todo.suggestions', { count: todo.count }),
        about: todo.title,
        action: t('home.action.suggestions'),
      }
    case 'invite':
      return {
        title: t('home.todo.invite', { count: todo.names.length }),
        about: todo.names.join('、'),
        action: t('home.action.invite'),
      }
    default: {
      const begun = todo.written > 0
      const own = begun ? 'home.action.write' : 'home.action.start'
      return {
        title: t(`home.todo.${todo.kind}`),
        about: begun ? t('home.sections', { written: todo.written, total: todo.total }) : t('home.notStarted'),
        action: t(todo.kind === 'write' ? own : 'home.action.collective'),
      }
    }
  }
}

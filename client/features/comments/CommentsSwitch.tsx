import { UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './CommentsSwitch.module.css'
import type { Comments } from './useComments'

interface CommentsSwitchProps {
  comments: Pick<Comments, 'threads' | 'unread'>
  isOn: boolean
  onToggle: () => void
}

/** Shows the list of all threads: says how many are open, and how many words were not seen. */
export function CommentsSwitch({ comments, isOn, onToggle }: CommentsSwitchProps) {
  const { t } = useTranslation()
  const open = comments.threads.filter(({ resolved }) => resolved === null).length
  return (
    <UnstyledButton className={classes.switch} aria-pressed={isOn} onClick={onToggle}>
      {t('comments.list')} <span className={classes.count}>{open}</span>
      {comments.unread > 0 && (
        <span className={classes.unread} role="img" aria-label={t('comments.unreadCount', { count: comments.unread })}>
          {comments.unread}
        </span>
      )}
    </UnstyledButton>
  )
}

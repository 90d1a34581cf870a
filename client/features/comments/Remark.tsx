import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Thread } from '../../lib/api-types'
import { authorName } from '../../lib/author-name'
import { useMinute } from '../../lib/useMinute'
import { whenWords } from '../../lib/when'
import { Avatar } from '../../ui/Avatar'
import { ErrorNote } from '../../ui/ErrorNote'
import { RowMenu } from '../../ui/RowMenu'
import { CommentForm } from './CommentForm'
import { CommentText } from './CommentText'
import classes from './ThreadCard.module.css'
import type { Comments } from './useComments'

interface RemarkProps {
  remark: Thread['comments'][number]
  thread: Thread
  comments: Pick<Comments, 'me' | 'mayComment' | 'readers' | 'deeds'>
  color: number | null
  /** Beside the time. */
  mark: ReactNode
}

/** What one person said in a thread; their own they change, and take back while nobody has answered. */
export function Remark({ remark, thread, comments, color, mark }: RemarkProps) {
  const { t, i18n } = useTranslation()
  const now = useMinute()
  const [isEditing, setIsEditing] = useState(false)
  const { me, mayComment, readers, deeds } = comments
  const { mutate: remove, error } = useMutation({ mutationFn: () => deeds.remove(thread.id, remark.id) })
  const isOwn = mayComment && remark.author === me
  const isLast = thread.comments.at(-1)?.id === remark.id
  const items = [
    { label: t('comments.edit'), onSelect: () => setIsEditing(true) },
    ...(isLast ? [{ label: t('comments.delete'), onSelect: () => remove() }] : []),
  ]
  return (
    <>
      <header className={classes.head}>
        <Avatar name={remark.authorName} color={color} size="small" />
        <b>{authorName(remark.author, remark.authorName, t)}</b>
        <span className={classes.when}>
          {whenWords(remark.at, now, i18n.language, t)}
          {remark.editedAt !== null && ` · ${t('comments.edited')}`}
        </span>
        {mark}
        {isOwn && !isEditing && (
          <span className={classes.menu}>
            <RowMenu label={t('comments.actions')} items={items} />
          </span>
        )}
      </header>
      {isEditing ? (
        <CommentForm
          label={t('comments.editOwn')}
          confirm={t('comments.save')}
          readers={readers}
          initial={remark.text}
          autoFocus
          onSubmit={async (said) => {
            await deeds.edit(thread.id, remark.id, said)
            setIsEditing(false)
          }}
          onCancel={() => setIsEditing(false)}
        />
      ) : (
        <CommentText text={remark.text} mentions={remark.mentions} />
      )}
      <ErrorNote error={error} />
    </>
  )
}

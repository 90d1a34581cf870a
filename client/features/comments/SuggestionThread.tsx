import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CommentForm } from './CommentForm'
import { Remark } from './Remark'
import classes from './ThreadCard.module.css'
import type { Comments } from './useComments'

interface SuggestionThreadProps {
  suggestion: string
  comments: Comments
  colorOf: (person: string) => number | null
}

/** What is said about a suggestion, on its card. */
export function SuggestionThread({ suggestion, comments, colorOf }: SuggestionThreadProps) {
  const { t } = useTranslation()
  const [isReplying, setIsReplying] = useState(false)
  const { threads, mayComment, readers, deeds } = comments
  const thread = threads.find((each) => each.suggestion === suggestion)
  if (thread === undefined && !mayComment) return null
  return (
    <div className={classes.onSuggestion}>
      {thread?.comments.map((remark) => (
        <div key={remark.id} className={classes.answer}>
          <Remark remark={remark} thread={thread} comments={comments} color={colorOf(remark.author)} mark={null} />
        </div>
      ))}
      {mayComment && !isReplying && (
        <Button variant="subtle" color="gray" size="compact-sm" onClick={() => setIsReplying(true)}>
          {t('comments.reply')}
        </Button>
      )}
      {mayComment && isReplying && (
        <CommentForm
          label={t('comments.replyToSuggestion')}
          confirm={t('comments.reply')}
          readers={readers}
          autoFocus
          onSubmit={async (said) => {
            await deeds.create({ suggestion }, said)
            setIsReplying(false)
          }}
          onCancel={() => setIsReplying(false)}
        />
      )}
    </div>
  )
}

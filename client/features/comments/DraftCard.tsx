import { useTranslation } from 'react-i18next'
import { CommentForm } from './CommentForm'
import classes from './ThreadCard.module.css'
import type { Comments } from './useComments'

/** The comment one is about to make, beside its words. */
export function DraftCard({ comments }: { comments: Pick<Comments, 'draft' | 'readers'> }) {
  const { t } = useTranslation()
  const { draft, readers } = comments
  if (draft.open === null) return null
  return (
    <section className={classes.card} aria-label={t('comments.draft')} aria-current>
      <p className={classes.quote}>
        <q>{draft.open.quote}</q>
      </p>
      <CommentForm
        label={t('comments.draft')}
        confirm={t('comments.send')}
        readers={readers}
        autoFocus
        onSubmit={draft.submit}
        onCancel={draft.cancel}
      />
    </section>
  )
}

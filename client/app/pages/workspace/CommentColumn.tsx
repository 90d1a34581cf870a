import { useTranslation } from 'react-i18next'
import { CommentList } from '../../../features/comments/CommentList'
import { SidePanel } from '../../../ui/SidePanel'
import classes from './Pane.module.css'
import type { PaneComments } from './usePaneComments'

/** The list of all threads: a column beside the text; where there is no room, over it, as soon as a thread is in hand or begun. */
export function CommentColumn({ pane, isRoomy }: { pane: PaneComments; isRoomy: boolean }) {
  const { t } = useTranslation()
  const { comments, colorOf, isListed, list } = pane
  const { draft, inHand, take } = comments
  if (isRoomy) {
    return isListed ? (
      <div className={classes.column}>
        <CommentList comments={comments} colorOf={colorOf} />
      </div>
    ) : null
  }
  const handleClose = () => {
    list(false)
    take(null)
    if (draft.open !== null) draft.cancel()
  }
  return (
    <SidePanel
      opened={isListed || inHand !== null || draft.open !== null}
      onClose={handleClose}
      position="right"
      size={360}
      title={t('comments.list')}
      overlayProps={{ backgroundOpacity: 0.15 }}
    >
      <CommentList comments={comments} colorOf={colorOf} />
    </SidePanel>
  )
}

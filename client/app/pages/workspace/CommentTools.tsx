import type { Editor } from '@tiptap/core'
import { CommentButton } from '../../../features/comments/CommentButton'
import { CommentsSwitch } from '../../../features/comments/CommentsSwitch'
import type { Comments } from '../../../features/comments/useComments'

interface CommentToolsProps {
  editor: Editor | null
  comments: Comments
  isListed: boolean
  onList: (isListed: boolean) => void
}

/** Among the text's tools: commenting on the selection, and the list of all threads. */
export function CommentTools({ editor, comments, isListed, onList }: CommentToolsProps) {
  return (
    <>
      {editor !== null && comments.mayComment && <CommentButton editor={editor} onPress={comments.draft.begin} />}
      <CommentsSwitch comments={comments} isOn={isListed} onToggle={() => onList(!isListed)} />
    </>
  )
}

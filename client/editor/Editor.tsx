/**
 * The text of one open material, ready for writing: mounts once the session has the document. The caller gives it the paper
 * and the scrolling window around it.
 */
import type { Editor as TiptapEditor } from '@tiptap/core'
import type { TemplateOutline } from '../../shared/templates/template'
import type { Session } from '../collab/session'

export interface EditorProps {
  session: Session
  /** False really is read-only: no key, paste, drop, command or plugin changes the document. */
  editable: boolean
  /** What the screen reader calls the text: the material's name. */
  label: string
  /** The template's outline: its hints stand in sections that are still empty. */
  hints?: TemplateOutline
  /** Called when the document is there and the editor is bound to it; again after a change of session. */
  onReady?: (editor: TiptapEditor) => void
}

export function Editor({ label }: EditorProps) {
  return <div role="textbox" aria-multiline="true" aria-label={label} />
}

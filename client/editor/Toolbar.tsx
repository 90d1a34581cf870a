import type { Editor } from '@tiptap/core'

export interface ToolbarProps {
  /** Null until the document is there: the buttons stand grey. */
  editor: Editor | null
  editable: boolean
  /** Opens find (and replace): the caller shows `FindBar`. */
  onFind: (mode: 'find' | 'replace') => void
}

export function Toolbar(_props: ToolbarProps) {
  return <div role="toolbar" />
}

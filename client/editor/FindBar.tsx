import type { Editor } from '@tiptap/core'

export interface FindBarProps {
  editor: Editor
  editable: boolean
  mode: 'find' | 'replace'
  onModeChange: (mode: 'find' | 'replace') => void
  onClose: () => void
}

export function FindBar(_props: FindBarProps) {
  return <search />
}

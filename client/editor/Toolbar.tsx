import type { Editor } from '@tiptap/core'
import type { Command } from '@tiptap/pm/state'
import { useEditorState } from '@tiptap/react'
import { memo, type ReactNode, useEffect, useEffectEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { BlockKind } from '../../shared/suggestions/proposal'
import { toggleBlockKind } from './block-commands'
import { BlockKindMenu } from './BlockKindMenu'
import { settleComposition } from './composition'
import { TableMenu } from './TableMenu'
import { TextLength } from './TextLength'
import { NO_TOOLS, toolStateOf } from './tool-state'
import { ToolButton } from './ToolButton'
import classes from './Toolbar.module.css'
import { useFindKeys } from './useFindKeys'

export interface ToolbarProps {
  /** Null until the document is there: the buttons stand grey. */
  editor: Editor | null
  editable: boolean
  /** Opens find (and replace): the caller shows `FindBar`. */
  onFind: (mode: 'find' | 'replace') => void
  /** Further tools. */
  children?: ReactNode
}

const LEVEL_BUTTONS = [
  { kind: 'heading1', sign: '一、', name: 'part' },
  { kind: 'heading2', sign: '（一）', name: 'section' },
  { kind: 'heading3', sign: '1.', name: 'item' },
] as const

const MARK_BUTTONS = [
  { mark: 'bold', sign: 'B', keys: 'Control+B' },
  { mark: 'italic', sign: 'I', keys: 'Control+I' },
  { mark: 'underline', sign: 'U', keys: 'Control+U' },
] as const

/** Drawn anew when the tools change, not whenever the page around them does. */
export const Toolbar = memo(function Toolbar({ editor, editable, onFind, children }: ToolbarProps) {
  const { t } = useTranslation()
  const root = useRef<HTMLDivElement>(null)
  const tools = useEditorState({
    editor,
    selector: ({ editor: current }) => (current === null ? NO_TOOLS : toolStateOf(current)),
  })
  const state = tools ?? NO_TOOLS
  const isOff = editor === null || !editable
  const handleFind = useEffectEvent(onFind)
  useFindKeys(root, onFind)
  useEffect(() => {
    if (editor === null) return
    const open = ({ mode }: { mode: 'find' | 'replace' }) => handleFind(mode)
    editor.on('openFind', open)
    return () => {
      editor.off('openFind', open)
    }
  }, [editor])

  const handleHistory = (which: 'undo' | 'redo') => {
    if (editor === null) return
    settleComposition(editor)
    editor.commands[which]()
    editor.view.focus()
  }
  const run = (command: Command) => {
    if (editor === null) return
    settleComposition(editor)
    command(editor.state, editor.view.dispatch, editor.view)
    editor.view.focus()
  }
  const handleKind = (kind: BlockKind) => run(toggleBlockKind(kind))

  return (
    <div ref={root} role="toolbar" aria-label={t('editor.tools')} className={classes.toolbar} data-editor-toolbar>
      <ToolButton
        label={t('editor.undo')}
        keys="Control+Z"
        disabled={isOff || !state.canUndo}
        onPress={() => handleHistory('undo')}
      >
        ↶
      </ToolButton>
      <ToolButton
        label={t('editor.redo')}
        keys="Control+Y"
        disabled={isOff || !state.canRedo}
        onPress={() => handleHistory('redo')}
      >
        ↷
      </ToolButton>
      <i className={classes.separator} />
      <BlockKindMenu kind={state.kind} disabled={isOff || state.kind === null} onChoose={handleKind} />
      <i className={classes.separator} />
      {MARK_BUTTONS.map(({ mark, sign, keys }) => (
        <ToolButton
          key={mark}
          label={t(`editor.${mark}`)}
          keys={keys}
          disabled={isOff}
          pressed={state.marks.includes(mark)}
          onPress={() => editor?.chain().focus().toggleMark(mark).run()}
        >
          <span className={classes[mark]}>{sign}</span>
        </ToolButton>
      ))}
      <i className={classes.separator} />
      {LEVEL_BUTTONS.map(({ kind, sign, name }, index) => (
        <ToolButton
          key={kind}
          label={t(`editor.${name}`)}
          keys={`Control+Alt+${index + 1}`}
          disabled={isOff || state.kind === null}
          pressed={state.kind === kind}
          onPress={() => handleKind(kind)}
        >
          {sign}
        </ToolButton>
      ))}
      <i className={classes.separator} />
      <TableMenu editor={editor} disabled={isOff} isInTable={state.isInTable} />
      <ToolButton label={t('editor.find')} keys="Control+F" disabled={editor === null} onPress={() => onFind('find')}>
        {t('editor.find')}
      </ToolButton>
      {children}
      <span className={classes.length}>{editor !== null && <TextLength editor={editor} />}</span>
    </div>
  )
})

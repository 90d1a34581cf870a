import type { ChainedCommands, Editor } from '@tiptap/core'
import { yUndoPluginKey } from '@tiptap/y-tiptap'
import { useTranslation } from 'react-i18next'
import { DropMenu } from '../ui/DropMenu'
import { settleComposition } from './composition'
import classes from './Toolbar.module.css'

type Deed = (chain: ChainedCommands) => ChainedCommands

const IN_TABLE = {
  rowAbove: (chain) => chain.addRowBefore(),
  rowBelow: (chain) => chain.addRowAfter(),
  columnLeft: (chain) => chain.addColumnBefore(),
  columnRight: (chain) => chain.addColumnAfter(),
  headerRow: (chain) => chain.toggleHeaderRow(),
  mergeOrSplit: (chain) => chain.mergeOrSplit(),
  deleteRow: (chain) => chain.deleteRow(),
  deleteColumn: (chain) => chain.deleteColumn(),
  deleteTable: (chain) => chain.deleteTable(),
} satisfies Record<string, Deed>

const IN_TABLE_NAMES = Object.keys(IN_TABLE) as (keyof typeof IN_TABLE)[]

const INSERT: Deed = (chain) => chain.insertTable({ rows: 3, cols: 3, withHeaderRow: true })

interface TableMenuProps {
  editor: Editor | null
  disabled: boolean
  isInTable: boolean
}

export function TableMenu({ editor, disabled, isInTable }: TableMenuProps) {
  const { t } = useTranslation()
  const handleDeed = (deed: Deed) => {
    if (editor === null) return
    settleComposition(editor)
    const { undoManager } = yUndoPluginKey.getState(editor.state)
    undoManager.stopCapturing()
    deed(editor.chain().focus()).run()
    undoManager.stopCapturing()
  }
  const entry = (name: keyof typeof IN_TABLE | 'insert', deed: Deed) => ({
    key: name,
    label: t(`editor.tableMenu.${name}`),
    onSelect: () => handleDeed(deed),
  })
  return (
    <DropMenu
      position="bottom-start"
      returnsFocus={false}
      target={
        <button type="button" className={classes.button} disabled={disabled} onMouseDown={(event) => event.preventDefault()}>
          {t('editor.table')} <span aria-hidden="true">▾</span>
        </button>
      }
      entries={() => (isInTable ? IN_TABLE_NAMES.map((name) => entry(name, IN_TABLE[name])) : [entry('insert', INSERT)])}
    />
  )
}

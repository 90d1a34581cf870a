import { Menu } from '@mantine/core'
import type { ChainedCommands, Editor } from '@tiptap/core'
import { yUndoPluginKey } from '@tiptap/y-tiptap'
import { useTranslation } from 'react-i18next'
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
  return (
    <Menu position="bottom-start" returnFocus={false} disabled={disabled}>
      <Menu.Target>
        <button type="button" className={classes.button} disabled={disabled} onMouseDown={(event) => event.preventDefault()}>
          {t('editor.table')} <span aria-hidden="true">▾</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {isInTable ? (
          IN_TABLE_NAMES.map((name) => (
            <Menu.Item key={name} onClick={() => handleDeed(IN_TABLE[name])}>
              {t(`editor.tableMenu.${name}`)}
            </Menu.Item>
          ))
        ) : (
          <Menu.Item onClick={() => handleDeed(INSERT)}>{t('editor.tableMenu.insert')}</Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}

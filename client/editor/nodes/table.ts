/** Tables with the bare attributes of shared/schema: no column widths, no node view, so that opening one writes nothing. */
import { Node } from '@tiptap/core'
import { Table as TiptapTable } from '@tiptap/extension-table'
import { Plugin } from '@tiptap/pm/state'
import { tableEditing } from '@tiptap/pm/tables'
import { ySyncPluginKey } from '@tiptap/y-tiptap'

export const Table = TiptapTable.extend({
  group: 'block',
  content: 'tableRow+',

  addNodeView() {
    return null
  },

  renderHTML() {
    return ['table', ['tbody', 0]]
  },

  addProseMirrorPlugins() {
    // The library repairs every irregular table it meets, also one that only arrived: two people opening it would both write.
    const editing = tableEditing({ allowTableNodeSelection: false })
    const repair = editing.spec.appendTransaction
    return [
      new Plugin({
        ...editing.spec,
        appendTransaction(transactions, before, after) {
          const isArriving = transactions.some((transaction) => transaction.getMeta(ySyncPluginKey) !== undefined)
          return isArriving ? null : repair?.call(editing, transactions, before, after)
        },
      }),
    ]
  },
})

export const TableRow = Node.create({
  name: 'tableRow',
  content: '(tableCell | tableHeader)*',
  tableRole: 'row',

  parseHTML() {
    return [{ tag: 'tr' }]
  },

  renderHTML() {
    return ['tr', 0]
  },
})

const span = { default: 1 }

export const TableCell = Node.create({
  name: 'tableCell',
  content: 'paragraph+',
  tableRole: 'cell',
  isolating: true,

  addAttributes() {
    return { colspan: span, rowspan: span }
  },

  parseHTML() {
    return [{ tag: 'td' }]
  },

  renderHTML({ HTMLAttributes }) {
    return ['td', HTMLAttributes, 0]
  },
})

export const TableHeader = Node.create({
  name: 'tableHeader',
  content: 'paragraph+',
  tableRole: 'header_cell',
  isolating: true,

  addAttributes() {
    return { colspan: span, rowspan: span }
  },

  parseHTML() {
    return [{ tag: 'th' }]
  },

  renderHTML({ HTMLAttributes }) {
    return ['th', HTMLAttributes, 0]
  },
})

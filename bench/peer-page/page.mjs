/** Tiptap's editor on a shared document through y-websocket: the nodes our documents have, the library's defaults, nothing else. */
import { Editor, Node } from '@tiptap/core'
import { Collaboration } from '@tiptap/extension-collaboration'
import { Document } from '@tiptap/extension-document'
import { Text } from '@tiptap/extension-text'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'

const block = (name, tag, attributes = {}) =>
  Node.create({
    name,
    group: 'block',
    content: 'text*',
    addAttributes: () => attributes,
    parseHTML: () => [{ tag }],
    renderHTML: () => [tag, 0],
  })

const doc = new Y.Doc()
const room = location.search.slice(1)
const provider = new WebsocketProvider(`ws://${location.host}`, room, doc, { disableBc: true })
const open = () =>
  new Editor({
    element: document.querySelector('#editor'),
    extensions: [
      Document,
      Text,
      block('paragraph', 'p'),
      block('title', 'h1'),
      block('heading', 'h2', { level: { default: 1 } }),
      Collaboration.configure({ document: doc, field: 'default' }),
    ],
  })
// y-websocket's server says it is in sync before it has read its storage.
const whenThere = () => {
  if (doc.getXmlFragment('default').length === 0) return
  doc.off('update', whenThere)
  open()
}
doc.on('update', whenThere)
provider.connect()

/** Ways to cheat with the right to suggest, each as a change of a document whose first block is a heading, second a paragraph, fourth a table. */
import * as Y from 'yjs'
import type { PersonId } from '../../ids'
import { foreignAuthor } from '../../model/foreign-author'
import { rootOf } from '../../schema/ydoc'
import { textBlocksIn, textOfBlock } from '../block-edits'
import { overlappingKey } from '../mark-key'
import { newSuggestionId } from '../proposal'
import type { Refusal } from '../verdict'

export interface Forgery {
  name: string
  refusal: Refusal
  forge(doc: Y.Doc): void
}

const HOUR_MS = 3_600_000

/** What `person` might try, now and then in the name of `other`. `now`: Unix ms. */
export function forgeries(person: PersonId, other: PersonId, now: number): Forgery[] {
  const mark = (name: string, attrs: Record<string, unknown>) => ({ [overlappingKey(name, attrs)]: attrs })
  const goodId = newSuggestionId(person, now, 0.5)
  const text = (doc: Y.Doc, index = 1) => textOfBlock(textBlocksIn(rootOf(doc))[index] as Y.XmlElement)
  const table: [string, Refusal, (doc: Y.Doc) => void][] = [
    ['plain typing', 'text', (doc) => text(doc).insert(0, '直接写')],
    ['deleting accepted text', 'text', (doc) => text(doc).delete(0, 2)],
    [
      'deleting one character and proposing it again',
      'text',
      (doc) => {
        text(doc).delete(0, 1)
        text(doc).insert(0, '学', mark('insertion', { id: goodId, author: person, kind: null }))
      },
    ],
    ['bold without proposing it', 'text', (doc) => text(doc).format(0, 2, { bold: {} })],
    ['taking bold off', 'text', (doc) => text(doc).format(4, 2, { bold: null })],
    [
      'moving text',
      'text',
      (doc) => {
        text(doc).delete(0, 2)
        text(doc).insert(4, '学习')
      },
    ],
    [
      'moving text to another block',
      'text',
      (doc) => {
        text(doc).delete(0, 2)
        text(doc, 0).insert(0, '学习')
      },
    ],
    [
      "proposing in another's name",
      'text',
      (doc) => text(doc).insert(0, '我', mark('insertion', { id: goodId.replace(person, other), author: other, kind: null })),
    ],
    [
      "a deletion in another's name",
      'text',
      (doc) => text(doc).format(0, 2, mark('deletion', { id: goodId.replace(person, other), author: other })),
    ],
    [
      'in the name of somebody out of a file',
      'text',
      (doc) => {
        const author = foreignAuthor('张三')
        text(doc).insert(0, '我', mark('insertion', { id: newSuggestionId(author, now, 0.5), author, kind: null }))
      },
    ],
    ['a comment mark', 'text', (doc) => text(doc).format(0, 2, mark('comment', { thread: 't-1' }))],
    [
      "another's mark on one's own proposed text",
      'mark',
      (doc) =>
        text(doc).insert(0, '我', {
          ...mark('insertion', { id: goodId, author: person, kind: null }),
          ...mark('deletion', { id: goodId.replace(person, other), author: other }),
        }),
    ],
    [
      'an id from the future',
      'mark',
      (doc) => text(doc).format(0, 2, mark('deletion', { id: newSuggestionId(person, now + HOUR_MS, 0), author: person })),
    ],
    [
      "another person's id",
      'mark',
      (doc) => text(doc).format(0, 2, mark('deletion', { id: goodId.replace(person, other), author: person })),
    ],
    ['an id that is none', 'mark', (doc) => text(doc).format(0, 2, mark('deletion', { id: '<b>', author: person }))],
    [
      'more in a mark than belongs there',
      'mark',
      (doc) => text(doc).format(0, 2, mark('deletion', { id: goodId, author: person, note: 'x' })),
    ],
    [
      'a break that is text',
      'mark',
      (doc) => text(doc).insert(0, '文', mark('insertion', { id: goodId, author: person, kind: 'break:paragraph' })),
    ],
    [
      'a break into nothing known',
      'mark',
      (doc) => text(doc).insert(0, '¶', mark('insertion', { id: goodId, author: person, kind: 'break:script' })),
    ],
    ['a new block', 'structure', (doc) => rootOf(doc).insert(1, [new Y.XmlElement('paragraph')])],
    ['removing a block', 'structure', (doc) => rootOf(doc).delete(1, 1)],
    [
      'replacing a block by an equal one',
      'structure',
      (doc) => {
        const copy = new Y.XmlElement('paragraph')
        copy.insert(0, [text(doc).clone()])
        rootOf(doc).delete(1, 1)
        rootOf(doc).insert(1, [copy])
      },
    ],
    ['a new table row', 'structure', (doc) => (rootOf(doc).get(3) as Y.XmlElement).insert(0, [new Y.XmlElement('tableRow')])],
    [
      'an element inside a paragraph',
      'structure',
      (doc) => (rootOf(doc).get(1) as Y.XmlElement).insert(0, [new Y.XmlElement('paragraph')]),
    ],
    ['an embed in the text', 'structure', (doc) => text(doc).insertEmbed(0, { image: 'x' })],
    ['heading level', 'attribute', (doc) => (rootOf(doc).get(0) as Y.XmlElement).setAttribute('level', 1 as never)],
    ['an attribute of the text', 'attribute', (doc) => text(doc).setAttribute('x', 'y' as never)],
    [
      "a join in another's name",
      'attribute',
      (doc) => (rootOf(doc).get(1) as Y.XmlElement).setAttribute('join', `${other}|${goodId.replace(person, other)}`),
    ],
    [
      'a retype into nothing known',
      'attribute',
      (doc) => (rootOf(doc).get(1) as Y.XmlElement).setAttribute('retype', `${person}|${goodId}|script`),
    ],
    ['another root', 'foreign', (doc) => doc.getMap('other').set('a', 1)],
    [
      'text in another root',
      'foreign',
      (doc) => {
        const paragraph = new Y.XmlElement('paragraph')
        doc.getXmlFragment('other').insert(0, [paragraph])
        paragraph.insert(0, [new Y.XmlText('x')])
      },
    ],
  ]
  return table.map(([name, refusal, forge]) => ({ name, refusal, forge }))
}

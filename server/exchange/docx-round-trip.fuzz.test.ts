/**
 * import(export(document)) is the document: random texts with suggestions of several people and comments, through a .docx and back. Two
 * people who propose the same deletion, and a proposed break that somebody proposes to take back, are no revisions Word could
 * keep apart; they are not made here.
 */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import type { PersonId } from '../../shared/ids'
import { foreignName } from '../../shared/model/foreign-author'
import { MARKS } from '../../shared/schema/blocks'
import { rootOf } from '../../shared/schema/ydoc'
import { textBlocksIn, textOfBlock, textsOf } from '../../shared/suggestions/block-edits'
import { cardsIn } from '../../shared/suggestions/cards'
import { markOf, overlappingKey } from '../../shared/suggestions/mark-key'
import { BLOCK_KINDS, BREAK, timeOf } from '../../shared/suggestions/proposal'
import { documentOf, NOW, SuggestingHands } from '../../shared/suggestions/testing/hands'
import { blocksUnder } from '../../shared/suggestions/view'
import { writeRich } from '../../shared/suggestions/write-rich'
import { anyBlocks } from '../../shared/testing/blocks-arbitrary'
import type { ExportedThread } from '../ports/exporter'
import type { ImportedThread } from '../ports/importer'
import { asWordHasIt } from '../testing/as-word-has-it'
import { writeDocx } from './docx-write'
import { importBytes } from './read-source'
import { richDocument } from './rich-document'

const OFFSET = 480
const NAMES = new Map([
  ['person-ann' as PersonId, '安一'],
  ['person-ben' as PersonId, '本二'],
])
const PEOPLE = [...NAMES.keys()]
const NUM_RUNS = Number(process.env.FUZZ_SEEDS ?? 150)

type Attributes = Record<string, { id?: string; author?: string; thread?: string } | undefined>

const deed = fc.record({
  what: fc.constantFrom('insert', 'remove', 'emphasise', 'split', 'join', 'retype', 'comment' as const),
  person: fc.constantFrom(0, 1),
  block: fc.nat({ max: 1000 }),
  from: fc.nat({ max: 1000 }),
  length: fc.integer({ min: 1, max: 6 }),
  text: fc.string({ unit: fc.constantFrom(...'增补学习，。 “”𠮷'), minLength: 1, maxLength: 5 }),
  kind: fc.constantFrom(...BLOCK_KINDS),
  mark: fc.constantFrom(...MARKS),
})
type Deed = typeof deed extends fc.Arbitrary<infer Value> ? Value : never

interface World {
  doc: Y.Doc
  threads: ExportedThread[]
}

function act({ doc, threads }: World, hands: SuggestingHands, { what, block: at, from, length, text, kind, mark }: Deed): void {
  const blocks = textBlocksIn(rootOf(doc))
  const block = blocks[at % blocks.length]
  if (block === undefined) return
  const inCell = block.parent !== rootOf(doc)
  const content = textOfBlock(block)
  const start = from % (content.length + 1)
  const size = Math.min(length, content.length - start)
  const touched = attributesIn(content, start, size)
  const has = (name: string) => touched.some((attributes) => Object.keys(attributes).some((key) => markOf(key) === name))
  const overBreak = plainText(content)
    .slice(start, start + size)
    .includes(BREAK)
  switch (what) {
    case 'insert':
      return hands.insert(block, start, text)
    case 'split':
      return hands.split(block, start, inCell ? 'paragraph' : kind)
    case 'remove':
      return size > 0 && !has('deletion') && !overBreak ? hands.remove(block, start, size) : undefined
    case 'emphasise': {
      const on = !touched.some((attributes) => attributes[mark] !== undefined)
      const isClear = on || touched.every((attributes) => attributes[mark] !== undefined)
      return size > 0 && isClear && !has('change') && !overBreak ? hands.emphasise(block, start, size, mark, on) : undefined
    }
    case 'join': {
      const before = block.prevSibling
      const mayJoin = before instanceof Y.XmlElement && blocks.includes(before) && block.getAttribute('join') === undefined
      return mayJoin ? hands.join(block) : undefined
    }
    case 'retype':
      return inCell || block.getAttribute('retype') !== undefined ? undefined : hands.retype(block, kind)
    case 'comment': {
      if (size === 0) return
      const thread = `thread-${threads.length}`
      const attrs = { thread }
      content.format(start, size, { [overlappingKey('comment', attrs)]: attrs })
      const comments = [`${thread} 问`, '答\n两行'].map((said, index) => ({
        author: `评${index}`,
        at: NOW + index * 1000,
        text: said,
      }))
      threads.push({ id: thread, suggestion: null, resolved: length % 2 === 0, comments })
    }
  }
}

function plainText(text: Y.XmlText): string {
  return (text.toDelta() as { insert: string }[]).map(({ insert }) => insert).join('')
}

function attributesIn(text: Y.XmlText, start: number, length: number): Attributes[] {
  let at = 0
  return (text.toDelta() as { insert: string; attributes?: Attributes }[]).flatMap(({ insert, attributes = {} }) => {
    const from = at
    at += insert.length
    return from < start + length && at > start ? [attributes] : []
  })
}

/** What the cards say, by name and second; those that begin at one place in any order. */
function cardsOf(doc: Y.Doc, nameOf: (author: PersonId) => string | null | undefined): string[] {
  return cardsIn(rootOf(doc))
    .map(({ id, author, changes, ...says }) =>
      JSON.stringify([nameOf(author), Math.floor((timeOf(id) ?? 0) / 1000), says, joinedChanges(changes)]),
    )
    .sort()
}

/** A mark's stretch may be cut where another begins. */
function joinedChanges(changes: readonly { mark: string; on: boolean; text: string }[]): string[] {
  const said = new Map<string, string>()
  for (const { mark, on, text } of changes) said.set(`${mark} ${on}`, `${said.get(`${mark} ${on}`) ?? ''}${text}`)
  return [...said].map(([what, text]) => `${what} ${text}`).sort()
}

/** The words from the first to the last each thread stands over: what somebody added between them is in Word's stretch too. */
function wordsUnder(doc: Y.Doc): Map<string, string> {
  let all = ''
  const ends = new Map<string, { from: number; to: number }>()
  for (const text of textBlocksIn(rootOf(doc)).flatMap(textsOf)) {
    for (const { insert, attributes = {} } of text.toDelta() as { insert: string; attributes?: Attributes }[]) {
      const from = all.length
      all += insert.replaceAll(BREAK, '')
      for (const value of Object.values(attributes)) {
        if (value?.thread !== undefined && all.length > from)
          ends.set(value.thread, { from: ends.get(value.thread)?.from ?? from, to: all.length })
      }
    }
  }
  return new Map([...ends].map(([thread, { from, to }]) => [thread, all.slice(from, to)]))
}

it('reads back what stands, what is proposed by whom and when, and what is said about which words', () => {
  fc.assert(
    fc.property(anyBlocks, fc.array(deed, { maxLength: 14 }), (blocks, deeds) => {
      const doc = documentOf(blocks.map(asWordHasIt))
      const world: World = { doc, threads: [] }
      const hands = PEOPLE.map((person) => new SuggestingHands(doc, person))
      for (const each of deeds) doc.transact(() => act(world, hands[each.person] as SuggestingHands, each))
      const said = wordsUnder(doc)
      const threads = world.threads.filter(({ id }) => said.has(id))
      const source = { names: NAMES, threads }
      const bytes = writeDocx(richDocument(doc, source), { title: '', threads, offset: OFFSET })

      const read = importBytes(bytes, { fileName: 'a.docx', offset: OFFSET })
      if (!read.ok) throw new Error(read.error.message)
      const back = new Y.Doc()
      const written = back.transact(() => writeRich(rootOf(back), read.value.text, { now: NOW + 3_600_000, random: 0.3 }))

      expect(blocksUnder(back, 'original')).toEqual(blocksUnder(doc, 'original'))
      expect(blocksUnder(back, 'final')).toEqual(blocksUnder(doc, 'final'))
      expect(read.value.blocks).toEqual(blocksUnder(doc, 'final'))
      expect(cardsOf(back, foreignName)).toEqual(cardsOf(doc, (author) => NAMES.get(author)))
      expect(read.value.suggestions).toBe(cardsIn(rootOf(doc)).length)
      const saidAbout = ({ comments, resolved }: ExportedThread | ImportedThread) => ({ comments, resolved })
      expect(read.value.threads.map(saidAbout)).toEqual(threads.map(saidAbout))
      const over = wordsUnder(back)
      const wordsOf = ({ id, suggestion }: ImportedThread) =>
        suggestion === null ? over.get(id) : `card ${written.suggestions[suggestion]}`
      read.value.threads.forEach((thread, index) => {
        const words = wordsOf(thread)
        if (words?.startsWith('card ')) return
        expect(words).toBe(said.get(threads[index]?.id ?? ''))
      })
    }),
    { numRuns: NUM_RUNS },
  )
})

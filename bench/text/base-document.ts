/**
 * A document as people leave it: typed character by character by many, over many sessions, with a good part deleted again. What a
 * CRDT costs depends on that history and not on the text, so a bench on a pasted text would flatter everybody.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as Y from 'yjs'
import { Random } from '../../shared/testing/random'
import { rootOf, updateOf } from '../../shared/schema/ydoc'
import type { Block } from '../../shared/schema/blocks'

const CACHE = '.cache/bench'
const SEED = 6
/** A page load is a new Yjs client; this many edits are made from one. */
const EDITS_A_CLIENT = 1_400
const FIRST_CLIENT = 10_000
/** Somebody writes so much before the caret is elsewhere. */
const EDITS_AT_A_PLACE = 40
/** Of a hundred edits; what is left grows the text. */
const DELETIONS = 40
/** Characters of a paragraph that was written at once. */
const PASTED_PARAGRAPH = 200
const LETTERS = [...'理论学习研讨检视问题整改落实作风建设群众基层服务发展安全生产项目资金监督制度执行责任']

export interface BaseDocument {
  state: Uint8Array
  stateVector: Uint8Array
  /** The deletions alone, as an update without structs. */
  deletions: Uint8Array
}

/**
 * A document after `edits` single-character edits; 40,000 make some 8,000 characters and 80 KB. 0: empty. With `pastedCharacters`:
 * so many, and no history at all.
 */
export function baseDocument(edits: number, pastedCharacters = 0): BaseDocument {
  const doc = new Y.Doc()
  const state = new Uint8Array(readFileSync(documentFile(edits, pastedCharacters)))
  Y.applyUpdate(doc, state)
  const stateVector = Y.encodeStateVector(doc)
  const deletions = Y.encodeStateAsUpdate(doc, stateVector)
  doc.destroy()
  return { state, stateVector, deletions }
}

/** Where its state lies; typed when it is first asked for. */
export function documentFile(edits: number, pastedCharacters = 0): string {
  const file = join(CACHE, pastedCharacters > 0 ? `document-pasted-${pastedCharacters}.bin` : `document-${edits}.bin`)
  if (!existsSync(file)) {
    mkdirSync(CACHE, { recursive: true })
    writeFileSync(file, pastedCharacters > 0 ? paste(pastedCharacters) : type(edits))
  }
  return file
}

/** Every text of the document that somebody could type into. */
export function textsOf(doc: Y.Doc): Y.XmlText[] {
  return rootOf(doc)
    .toArray()
    .flatMap((block) => (block instanceof Y.XmlElement ? block.toArray() : []))
    .filter((child): child is Y.XmlText => child instanceof Y.XmlText)
}

export function letter(random: Random): string {
  return random.pick(LETTERS)
}

function type(edits: number): Uint8Array {
  const random = new Random(SEED)
  const doc = new Y.Doc()
  doc.clientID = FIRST_CLIENT
  Y.applyUpdate(doc, updateOf(frame(edits)))
  const texts = textsOf(doc)
  let text: Y.XmlText
  let caret: number
  for (let edit = 0; edit < edits; edit += EDITS_AT_A_PLACE) {
    if (edit % EDITS_A_CLIENT === 0) doc.clientID = FIRST_CLIENT + 1 + edit / EDITS_A_CLIENT
    text = random.pick(texts)
    caret = random.below(text.length + 1)
    // One transaction for all of them makes the same structs, five times faster.
    doc.transact(() => {
      for (let i = 0; i < EDITS_AT_A_PLACE; i++) {
        if (caret > 0 && random.below(100) < DELETIONS) text.delete(--caret, 1)
        else text.insert(caret++, letter(random))
      }
    })
  }
  const state = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return state
}

function paste(characters: number): Uint8Array {
  const random = new Random(SEED)
  const paragraphs = Array.from({ length: Math.ceil(characters / PASTED_PARAGRAPH) }, (): Block => {
    const text = Array.from({ length: PASTED_PARAGRAPH }, () => letter(random)).join('')
    return { type: 'paragraph', runs: [{ text }] }
  })
  return updateOf(paragraphs)
}

/** Headings and the paragraphs to type into. */
function frame(edits: number): Block[] {
  const sections = Math.max(1, Math.round(edits / 5_000))
  const runs = [{ text: '段' }]
  return [
    { type: 'title', runs: [{ text: '对照检查材料' }] },
    ...Array.from({ length: sections }, (_, section): Block[] => [
      { type: 'heading', level: 1, runs: [{ text: `第${section + 1}部分` }] },
      ...Array.from({ length: 5 }, (): Block => ({ type: 'paragraph', runs })),
    ]).flat(),
  ]
}

/** What this page wrote since a moment, as stretches of text with their neighbours: what a composition must not lose. */
import * as Y from 'yjs'

/** How many characters on each side are remembered to find a place again. */
const NEIGHBOURS = 12

export interface OwnText {
  text: string
  /** The Yjs characters themselves, in order. */
  ids: Y.ID[]
  left: string
  right: string
  /** The characters next to it, null at the edge of the block. */
  leftId: Y.ID | null
  rightId: Y.ID | null
  /** The block it stands in. */
  block: Y.XmlElement
}

export function ownClock(doc: Y.Doc): number {
  return Y.getState(doc.store, doc.clientID)
}

export function isThere(doc: Y.Doc, { ids }: OwnText): boolean {
  return ids.every((id) => isCharacterThere(doc, id))
}

export function isCharacterThere(doc: Y.Doc, id: Y.ID): boolean {
  const item = Y.getItem(doc.store, id)
  return item instanceof Y.Item && !item.deleted
}

interface Character {
  char: string
  id: Y.ID
  isOwn: boolean
}

export function ownTextSince(doc: Y.Doc, clock: number): OwnText[] {
  const texts = new Set<Y.XmlText>()
  const structs = doc.store.clients.get(doc.clientID) ?? []
  const first = clock < ownClock(doc) ? Y.findIndexSS(structs, clock) : structs.length
  for (const struct of structs.slice(first)) {
    if (!(struct instanceof Y.Item) || struct.deleted) continue
    if (struct.content instanceof Y.ContentString && struct.parent instanceof Y.XmlText) texts.add(struct.parent)
  }
  const isOwn = (id: Y.ID) => id.client === doc.clientID && id.clock >= clock
  return Array.from(texts).flatMap((text) => stretchesIn(text, isOwn))
}

function stretchesIn(text: Y.XmlText, isOwn: (id: Y.ID) => boolean): OwnText[] {
  const block = text.parent
  if (!(block instanceof Y.XmlElement)) return []
  const characters = charactersOf(text, isOwn)
  const found: OwnText[] = []
  let start = 0
  while (start < characters.length) {
    if (characters[start]?.isOwn !== true) {
      start += 1
      continue
    }
    let end = start
    while (characters[end]?.isOwn === true) end += 1
    const own = characters.slice(start, end)
    found.push({
      text: join(own),
      ids: own.map(({ id }) => id),
      left: join(characters.slice(Math.max(0, start - NEIGHBOURS), start)),
      right: join(characters.slice(end, end + NEIGHBOURS)),
      leftId: characters[start - 1]?.id ?? null,
      rightId: characters[end]?.id ?? null,
      block,
    })
    start = end
  }
  return found
}

function charactersOf(text: Y.XmlText, isOwn: (id: Y.ID) => boolean): Character[] {
  const characters: Character[] = []
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted || !(item.content instanceof Y.ContentString)) continue
    const { client, clock } = item.id
    // One UTF-16 unit is one step of the clock.
    for (let index = 0; index < item.length; index += 1) {
      const id = Y.createID(client, clock + index)
      characters.push({ char: item.content.str.charAt(index), id, isOwn: isOwn(id) })
    }
  }
  return characters
}

function join(characters: readonly Character[]): string {
  return characters.map(({ char }) => char).join('')
}

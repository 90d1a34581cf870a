/**
 * Which of the deeper numbers (1. and （1）) are headings: decided for all items of one list together, so that the numbers drawn
 * stay whole. A list is one of headings if at least half of its items are short lines or begin with a short sentence; directly
 * under a part (no （一） between) a short first clause is enough, since its items are the part's sections.
 */
import type { Entry, EntryHeading } from './entries'

export function withoutNumberedParagraphs(entries: readonly Entry[]): Entry[] {
  const refused = new Set<Entry>()
  const open = new Map<number, { items: Entry[]; parent: number }>()
  let parent = 0
  const close = (level: number) => {
    const group = open.get(level)
    open.delete(level)
    if (group !== undefined && !isHeadingList(group.items, group.parent <= 1)) for (const item of group.items) refused.add(item)
  }
  for (const entry of entries) {
    const level = entry.heading?.level
    if (level === undefined) continue
    for (const deeper of [4, 3]) if (deeper > level) close(deeper)
    if (level <= 2) {
      parent = level
      continue
    }
    const group = open.get(level)
    if (group === undefined) open.set(level, { items: [entry], parent: level === 4 && open.has(3) ? 3 : parent })
    else group.items.push(entry)
  }
  close(4)
  close(3)
  return entries.map((entry) => (refused.has(entry) ? { ...entry, heading: null } : entry))
}

function isHeadingList(items: readonly Entry[], underPart: boolean): boolean {
  const headings = items.flatMap(({ heading }) => (heading === null ? [] : [heading]))
  const [only] = headings
  if (headings.length === 1 && only?.number?.value !== 1) return false
  return headings.filter((heading) => looksLikeHeading(heading, underPart)).length * 2 >= headings.length
}

function looksLikeHeading({ cut }: EntryHeading, underPart: boolean): boolean {
  return cut.shape === 'own-line' || cut.shape === 'run-in' || (cut.shape === 'clause' && underPart)
}

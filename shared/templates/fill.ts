/** A template's outline as an empty material. Hints are shown by the interface while a section is empty; they are no text. */
import type { Block, HeadingBlock, HeadingLevel, ParagraphBlock } from '../schema/blocks'
import { plain } from '../schema/blocks'
import type { TemplateOutline } from './template'

export interface OutlineFacts {
  year: number
  /** The author of an individual material; empty for the collective one. */
  name: string
  team: string
  post?: string
}

/** Title, byline (where there is an author), an empty preface, and an empty paragraph under each heading that has no further ones. */
export function blocksFor(outline: TemplateOutline, facts: OutlineFacts): Block[] {
  const blocks: Block[] = [{ type: 'title', runs: plain(filled(outline.title, facts)) }]
  if (facts.name !== '') blocks.push({ type: 'byline', runs: plain(bylineOf(facts)) })
  blocks.push(emptyParagraph())
  for (const part of outline.parts) {
    blocks.push(heading(1, filled(part.heading, facts)))
    if (part.sections.length === 0) blocks.push(emptyParagraph())
    for (const section of part.sections) blocks.push(heading(2, filled(section.heading, facts)), emptyParagraph())
  }
  return blocks
}

function filled(text: string, facts: OutlineFacts): string {
  const values: Record<string, string> = { year: String(facts.year), name: facts.name, team: facts.team }
  const named = text.replace(/\{(year|name|team)\}/g, (_, key: string) => values[key] ?? '')
  // A team may be called 某局领导班子 already.
  return named.replace('班子班子', '班子')
}

function bylineOf({ name, post }: OutlineFacts): string {
  return post === undefined || post === '' ? name : `${post}　${name}`
}

function heading(level: HeadingLevel, text: string): HeadingBlock {
  return { type: 'heading', level, runs: plain(text) }
}

function emptyParagraph(): ParagraphBlock {
  return { type: 'paragraph', runs: [] }
}

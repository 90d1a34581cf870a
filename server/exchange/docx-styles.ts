/** What a paragraph's style says: title, heading level, alignment, list. Inheritance is followed. */
import type { Element } from '@xmldom/xmldom'
import type { SourceText } from '../../shared/outline/source'
import type { HeadingLevel } from '../../shared/schema/blocks'
import { attributeOf, childOf, childrenOf, valueIn } from './docx-xml'

export interface ParagraphStyle {
  hint?: 'title' | HeadingLevel
  align?: SourceText['align']
  list?: { num: string; level: number }
  /** A line of an automatic table of contents. */
  contents?: boolean
}

export type Styles = ReadonlyMap<string, ParagraphStyle>

export function readStyles(root: Element | null): Styles {
  const elements = new Map<string, Element>()
  for (const style of root === null ? [] : childrenOf(root)) {
    const id = attributeOf(style, 'styleId')
    if (style.localName === 'style' && id !== null && attributeOf(style, 'type') !== 'character') elements.set(id, style)
  }
  const styles = new Map<string, ParagraphStyle>()
  for (const [id] of elements) styles.set(id, resolve(id, elements, 0))
  return styles
}

const MOST_ANCESTORS = 12

function resolve(id: string, elements: ReadonlyMap<string, Element>, depth: number): ParagraphStyle {
  const style = elements.get(id)
  if (style === undefined || depth > MOST_ANCESTORS) return {}
  const base = valueIn(style, 'basedOn')
  const inherited = base === null ? {} : resolve(base, elements, depth + 1)
  const name = (valueIn(style, 'name') ?? '').toLowerCase().trim()
  const properties = childOf(style, 'pPr')
  const hint = hintOfName(name) ?? hintOfLevel(valueIn(properties, 'outlineLvl'))
  const align = alignOf(properties)
  const list = listOf(properties)
  return {
    ...inherited,
    ...(hint === undefined ? {} : { hint }),
    ...(align === undefined ? {} : { align }),
    ...(list === undefined ? {} : { list }),
    ...(/^(?:toc|目录)\s?\d/.test(name) ? { contents: true } : {}),
  }
}

function hintOfName(name: string): ParagraphStyle['hint'] | undefined {
  if (name === 'title' || name === '标题') return 'title'
  const level = /^(?:heading|标题)\s?(\d)$/.exec(name)?.[1]
  return level === undefined ? undefined : hintOfLevel(String(Number(level) - 1))
}

/** Word counts outline levels from 0; 9 is body text. */
export function hintOfLevel(value: string | null): HeadingLevel | undefined {
  const level = value === null ? Number.NaN : Number(value) + 1
  return level === 1 || level === 2 || level === 3 || level === 4 ? level : undefined
}

export function alignOf(properties: Element | null): SourceText['align'] | undefined {
  const value = valueIn(properties, 'jc')
  if (value === 'center') return 'center'
  return value === 'right' || value === 'end' ? 'right' : undefined
}

/** `num` '0' takes a paragraph out of its style's list. */
export function listOf(properties: Element | null): ParagraphStyle['list'] | undefined {
  const list = childOf(properties, 'numPr')
  const num = valueIn(list, 'numId')
  return num === null ? undefined : { num, level: Number(valueIn(list, 'ilvl') ?? 0) }
}

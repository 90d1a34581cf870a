/** Random materials for property tests: every kind of block, mark and attribute the schema knows. */
import fc from 'fast-check'
import { type Block, MARKS, type ParagraphBlock, type Run } from '../schema/blocks'

const text = fc.string({ unit: fc.constantFrom(...'一二三年度工作，。（）**ab1 　“”镕𠮷'), minLength: 1, maxLength: 8 })
const marks = fc.subarray([...MARKS])
const runs = fc.array(fc.record({ text, marks }), { maxLength: 4 }).map(merged)

/** Neighbouring runs under equal marks are one run, as the shared document gives them back. */
function merged(parts: readonly { text: string; marks: Run['marks'] }[]): Run[] {
  const result: Run[] = []
  for (const part of parts) {
    const last = result.at(-1)
    if (last !== undefined && (last.marks ?? []).join() === (part.marks ?? []).join()) last.text += part.text
    else result.push(part.marks && part.marks.length > 0 ? { text: part.text, marks: part.marks } : { text: part.text })
  }
  return result
}

const paragraph: fc.Arbitrary<ParagraphBlock> = fc
  .record({ runs, ordinal: fc.boolean(), align: fc.constantFrom('center' as const, 'right' as const, undefined) })
  .map(({ runs, ordinal, align }) => ({ type: 'paragraph', ...(ordinal ? { ordinal } : {}), ...(align ? { align } : {}), runs }))

const heading: fc.Arbitrary<Block> = fc
  .record({ level: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const), runIn: fc.boolean(), runs })
  .map(({ level, runIn, runs }) => ({ type: 'heading', level, ...(runIn ? { runIn } : {}), runs }))

const plainBlock: fc.Arbitrary<Block> = fc.record({
  type: fc.constantFrom('title' as const, 'byline' as const, 'quote' as const),
  runs,
})

const cell = fc.record({
  header: fc.boolean(),
  colspan: fc.integer({ min: 1, max: 3 }),
  rowspan: fc.integer({ min: 1, max: 2 }),
  paragraphs: fc.array(paragraph, { minLength: 1, maxLength: 2 }),
})

/** Irregular on purpose: rows of different lengths, as imports bring them. */
const table: fc.Arbitrary<Block> = fc
  .array(fc.array(cell, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })
  .map((rows) => ({ type: 'table', rows }))

export const anyBlocks: fc.Arbitrary<Block[]> = fc.array(
  fc.oneof({ weight: 4, arbitrary: paragraph }, { weight: 3, arbitrary: heading }, plainBlock, table),
  { minLength: 1, maxLength: 12 },
)

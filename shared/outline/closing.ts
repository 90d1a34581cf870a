/** Signature and date at the end of a text stand on the right. */
import type { ParagraphBlock } from '../schema/blocks'
import { isDateLine, isLabelledLine } from './dates'
import type { Entry } from './entries'
import { endsSentence } from './characters'

const LONGEST_SIGNATURE = 25
const BODY = /(?:党组|党委|党总支|支部|委员会|班子|局|办公室|中心|公司|集团|学校|医院)$/

/** Where the closing lines begin; the number of entries if there are none. */
export function closingFrom(entries: readonly Entry[]): number {
  const end = entries.length
  if (end < 2) return end
  const [first, second] = [entries[end - 2], entries[end - 1]]
  if (first === undefined || second === undefined || !isShort(second)) return end
  const dated = isDateLine(second.line.text)
  if (dated || isDateLine(first.line.text))
    return end > 2 && isShort(first) && isAfterText(entries[end - 3]) ? end - 2 : dated ? end - 1 : end
  const signed = BODY.test(second.line.text) || (isLabelledLine(second.line.text) && second.line.text.length <= LONGEST_SIGNATURE)
  return signed && isAfterText(first) ? end - 1 : end
}

function isShort({ line, heading }: Entry): boolean {
  return heading === null && line.table === undefined && line.text.length <= LONGEST_SIGNATURE && !/[。；，！？]/.test(line.text)
}

function isAfterText(entry: Entry | undefined): boolean {
  return entry !== undefined && (entry.line.table !== undefined || endsSentence(entry.line.text) || entry.heading === null)
}

export function alignOf(line: Entry['line'], closing: boolean): Pick<ParagraphBlock, 'align'> {
  if (closing) return { align: 'right' }
  return line.align === undefined ? {} : { align: line.align }
}

/**
 * Where a heading ends and its paragraph begins, in what follows a number. The rules, tried in this order:
 *
 * 1. A wide gap ("在理论学习方面　　学习不够…。"): heading on its own line, paragraph after it.
 * 2. A short first sentence with more after it ("要点。正文…"): run-in heading; so is a short beginning up to ： before a list.
 * 3. One short sentence, or none: the whole line is the heading, with or without a final 。 or ；.
 * 4. A long sentence whose first clause can stand alone ("加强学习，每周…"): that clause is the run-in heading.
 * 5. Anything else is `long`: a numbered paragraph. Parts and aspects (一、（一）) are headings all the same.
 */
import { firstSentenceEnd } from './characters'

export interface HeadingCut {
  shape: 'own-line' | 'run-in' | 'clause' | 'long'
  /** Where the paragraph begins; the length of the text where there is none. */
  at: number
  /** Heading and paragraph stood on one line and may do so again. */
  runIn: boolean
}

interface Limits {
  line: number
  sentence: number
}

/** Characters. Headings of parts and aspects are prescribed and may be long; deeper ones that are long are paragraphs. */
const OUTER: Limits = { line: 70, sentence: 80 }
const DEEP: Limits = { line: 42, sentence: 45 }
/** A deeper item that is a whole sentence longer than this is cut after its first clause, where it has one. */
const LONGEST_DEEP_SENTENCE = 30
const LONGEST_CLAUSE = 26
const LONGEST_BEFORE_COLON = 25
const LONGEST_BEFORE_GAP = 45

export function cutHeading(text: string, deep: boolean, flat: boolean): HeadingCut {
  const limits = deep ? DEEP : OUTER
  const end = firstSentenceEnd(text)
  const gap = gapIn(text, flat)
  if (gap !== null) return { shape: 'own-line', at: gap, runIn: false }
  const colon = colonIn(text, end)
  if (colon !== null) return { shape: 'run-in', at: colon, runIn: true }
  const semicolon = text.indexOf('；')
  if (end !== -1 && end < text.length && semicolon !== -1 && semicolon < end && semicolon < 30 && end > limits.sentence) {
    return { shape: 'run-in', at: semicolon + 1, runIn: true }
  }
  if (end !== -1 && end < text.length) {
    if (end <= limits.sentence) return { shape: 'run-in', at: end, runIn: true }
  } else if (text.length <= (deep && end !== -1 ? LONGEST_DEEP_SENTENCE : limits.line)) {
    return { shape: 'own-line', at: text.length, runIn: false }
  }
  const clause = clauseIn(text)
  if (clause !== null) return { shape: 'clause', at: clause, runIn: true }
  if (end === text.length && end <= limits.line) return { shape: 'own-line', at: end, runIn: false }
  return { shape: 'long', at: end === -1 ? text.length : end, runIn: true }
}

/** The end of a gap between a short phrase and a text of sentences. */
function gapIn(text: string, flat: boolean): number | null {
  const head = text.slice(0, LONGEST_BEFORE_GAP + 8)
  const match = /[\s\u3000]+/.exec(head)
  if (match !== null && match.index >= 2) {
    const before = head.slice(0, match.index)
    if (!flat && match[0] === ' ' && !TOPIC.test(before)) return null
    const after = text.slice(match.index + match[0].length)
    if (!/[，。；：！？]/.test(before) && after.length >= 15 && /[，。；：]/.test(after)) return match.index + match[0].length
  }
  // With the line breaks gone without a trace, only the prescribed form "在…方面" still shows its end.
  const aspect = flat ? /^在?[^，。；：！？]{2,24}?方面(?=[^，。；：、的存有])/.exec(head) : null
  return aspect !== null && text.length - aspect[0].length >= 15 ? aspect[0].length : null
}

/** How a heading ends that names its topic and says nothing of it yet. */
const TOPIC = /(?:方面|问题|原因|措施|表现|情况|方向)$/

function colonIn(text: string, end: number): number | null {
  const at = text.slice(0, LONGEST_BEFORE_COLON + 1).search(/[：:]/)
  if (at < 2 || at + 1 >= text.length || /[，。；！？]/.test(text.slice(0, at))) return null
  if (end !== -1 && end <= at) return null
  const after = text.slice(at + 1).trimStart()
  const sentence = end === -1 ? text.length : end
  if (TOPIC.test(text.slice(0, at)) && /[。；]/.test(after)) return at + 1
  const listed = /^(?:一是|1[.、]|（1）|\(1\)|①|首先|第一)/.test(after)
  return listed || (sentence > 40 && /[。；]/.test(after)) ? at + 1 : null
}

/** How a clause that only leads up to something begins or ends. */
const LEADING_UP =
  /^(?:比如|例如|如|但|虽然|由于|通过|针对|按照|根据|对于|关于|为|从|以|围绕|结合|随着|自|经|据|截至|目前|近年|今年|去年|一方面|首先|其次|在(?!.{1,20}方面))|(?:以来|后|时|中|上|下|里|前|年|月|日|期间|等|之际)$/

function clauseIn(text: string): number | null {
  const at = text.slice(0, LONGEST_CLAUSE + 1).search(/[，：,:]/)
  if (at < 4 || LEADING_UP.test(text.slice(0, at))) return null
  return at + 1
}

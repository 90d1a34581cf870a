/** Characters that are seen as something else or not at all, and how much room a text takes. */

/** Every way a text can say "new line", Word's soft break and the Unicode separators included. */
export const LINE_BREAK = /\r\n|[\n\r\u000b\u000c\u0085\u2028\u2029]/

const INVISIBLE =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\ufffb]|\u200d(?!\p{Extended_Pictographic})/gu
const ODD_SPACE = /[\t\u00a0\u1680\u2000-\u200a\u202f\u205f]/g
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** Without invisible characters, every space an ordinary or a full-width one. */
export function cleaned(text: string): string {
  return text.replace(LONE_SURROGATE, '\ufffd').replace(INVISIBLE, '').replace(ODD_SPACE, ' ')
}

const SENTENCE_END = '。！？!?'
const OPENING = '“‘（(《〈【〔['
const CLOSING = '”’）)》〉】〕]'

/** Columns of half a Chinese character: 2 for a wide one, 1 for others. */
export function widthOf(text: string): number {
  let width = 0
  for (let index = 0; index < text.length; index++)
    width += text.charCodeAt(index) > 0x2e7f || isWidePunctuation(text[index]) ? 2 : 1
  return width
}

function isWidePunctuation(char: string | undefined): boolean {
  return char !== undefined && '“”‘’—…·'.includes(char)
}

/** Ends as a finished sentence or clause does; what does not is a heading or goes on in the next line. */
export function endsSentence(text: string): boolean {
  return /[。！？!?；;：:…][”’」』）)\]】》]*$/.test(text)
}

/**
 * Where the first sentence of `text` ends (exclusive), its closing quotes included; -1 if it never does. A mark inside
 * quotes or brackets ends nothing, unless they stay open for `reach` characters: then they were left open by mistake.
 */
export function firstSentenceEnd(text: string, reach = 120): number {
  return sentenceEnd(text, reach, true) ?? sentenceEnd(text, reach, false) ?? -1
}

function sentenceEnd(text: string, reach: number, minding: boolean): number | null {
  let depth = 0
  let openedAt = 0
  for (let index = 0; index < text.length; index++) {
    const char = text.charAt(index)
    if (minding && OPENING.includes(char)) {
      if (depth === 0) openedAt = index
      depth += 1
    } else if (minding && CLOSING.includes(char)) depth = Math.max(0, depth - 1)
    else if (depth === 0 && (SENTENCE_END.includes(char) || isHalfWidthStop(text, index))) return afterClosing(text, index + 1)
    if (depth > 0 && index - openedAt > reach) return null
  }
  return depth > 0 ? null : -1
}

/** A "." typed for 。: after a Chinese character and not before a digit or letter. */
function isHalfWidthStop(text: string, index: number): boolean {
  return text[index] === '.' && /[\u4e00-\u9fff]/.test(text.charAt(index - 1)) && !/[0-9A-Za-z.]/.test(text.charAt(index + 1))
}

function afterClosing(text: string, from: number): number {
  let end = from
  while (end < text.length && '”’」』'.includes(text.charAt(end))) end += 1
  return end
}

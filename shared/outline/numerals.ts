/** Chinese numerals as these texts use them: 一 … 九十九, and up to 9999 for safety. */
const DIGITS = '零一二三四五六七八九'

const VALUES: Record<string, number> = {
  零: 0,
  〇: 0,
  '○': 0,
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  两: 2,
  壹: 1,
  贰: 2,
  叁: 3,
  肆: 4,
  伍: 5,
  陆: 6,
  柒: 7,
  捌: 8,
  玖: 9,
}
const UNITS: Record<string, number> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000 }

/** 12 → 十二. */
export function chineseNumeral(value: number): string {
  if (value < 10) return DIGITS.charAt(value)
  if (value < 20) return `十${value % 10 === 0 ? '' : DIGITS.charAt(value % 10)}`
  if (value > 9999) return String(value)
  let text = ''
  let rest = value
  for (const [unit, size] of [
    ['千', 1000],
    ['百', 100],
    ['十', 10],
  ] as const) {
    const count = Math.floor(rest / size)
    if (count > 0) text += `${DIGITS.charAt(count)}${unit}`
    else if (text !== '' && rest > 0 && !text.endsWith('零')) text += '零'
    rest %= size
  }
  return rest === 0 ? text.replace(/零$/, '') : text + DIGITS.charAt(rest)
}

/** 十二 → 12; null where the characters are no number above zero (二〇, 十十, 百). */
export function chineseValue(text: string): number | null {
  let total = 0
  let digit: number | null = null
  let lastUnit = Number.POSITIVE_INFINITY
  for (const char of text) {
    const unit = UNITS[char]
    const value = VALUES[char]
    if (unit !== undefined) {
      if (unit >= lastUnit) return null
      // Only 十 may stand without a digit before it.
      if (digit === null && (unit !== 10 || total > 0)) return null
      total += (digit ?? 1) * unit
      lastUnit = unit
      digit = null
    } else if (value !== undefined) {
      if (digit !== null && digit !== 0) return null
      digit = value
    } else return null
  }
  total += digit ?? 0
  return total > 0 ? total : null
}

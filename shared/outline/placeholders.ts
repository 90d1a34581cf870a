/** Blanks left to be filled in: `**`, XX, ×××, *月*日. They stay in the text; the report lists them. */
const STARS = '[*＊]'
const CROSS = '[XxＸｘ×✕╳]'
const PLACEHOLDER = new RegExp(
  [
    // *月*日, X年X月, 2024年*月
    `(?:(?:${STARS}|${CROSS}){1,4}\\s?[年月日]\\s?){1,3}`,
    `${STARS}{2,40}`,
    `(?<![A-Za-z])${CROSS}{2,40}(?![A-Za-z])`,
    `(?<![0-9A-Za-z*])${STARS}(?=[\\u4e00-\\u9fff])`,
    `(?<![0-9A-Za-z])${CROSS}(?=[省市区县乡镇村局委厅部办处科院校党某]|公司|集团|单位|同志)`,
    '[○◯]{2,40}',
    '(?<![一二三四五六七八九])〇{2,40}(?![一二三四五六七八九年])',
    '[_＿]{2,40}',
    '[（(【[](?:此处|请)?(?:填写|补充|待补|待定|空白)[^）)】\\]]{0,20}[）)】\\]]',
  ].join('|'),
  'g',
)

/** Where they are, in order. */
export function placeholdersIn(text: string): { at: number; text: string }[] {
  return Array.from(text.matchAll(PLACEHOLDER), (match) => ({ at: match.index, text: match[0] }))
}

/**
 * A pasted list of people, one a line: `姓名，职务`. Shared, so that what the page previews is what the server makes of it.
 * Lists come from Word tables and chat, hence tabs, list numbers, a heading line and names spaced to equal width (李　明).
 */
export interface MemberLine {
  name: string
  post: string
}

export const MEMBER_LINE_REASONS = [
  'name-missing',
  'name-short',
  'name-long',
  'name-characters',
  'post-long',
  'repeated',
] as const
export type MemberLineReason = (typeof MEMBER_LINE_REASONS)[number]

export interface MemberLineProblem {
  /** Counted from 1, empty lines included, as the person sees them. */
  line: number
  reason: MemberLineReason
}

export interface ParsedMembers {
  members: MemberLine[]
  problems: MemberLineProblem[]
}

export const MEMBER_NAME_MAX = 32
export const MEMBER_POST_MAX = 50

const LIST_NUMBER = /^(?:[（(]?\d{1,3}(?:[）)、．，,\t]|\.(?!\d))|[•·●▪-])\s*/u
const SEPARATOR = /\s*[，,；;：:\t、]+\s*/u
const NAME = /^[\p{L}\p{N}·•. '_-]+$/u
const HAN_ONLY = /^[\p{Script=Han}\s]+$/u

/** Lines with a problem are left out of `members`; two people may share a name, but not name and post. */
export function parseMemberLines(text: string): ParsedMembers {
  const members: MemberLine[] = []
  const problems: MemberLineProblem[] = []
  const seen = new Set<string>()
  text.split(/\r\n|\r|\n/).forEach((raw, index) => {
    const line = raw.replace(/[\u00a0\u3000]/g, ' ').replace(/^\ufeff/, '')
    if (line.trim() === '' || isHeading(line)) return
    const member = splitLine(line.trimStart().replace(LIST_NUMBER, ''))
    const key = `${member.name}\n${member.post}`
    const reason = reasonAgainst(member) ?? (seen.has(key) ? 'repeated' : null)
    if (reason !== null) problems.push({ line: index + 1, reason })
    else {
      seen.add(key)
      members.push(member)
    }
  })
  return { members, problems }
}

function isHeading(line: string): boolean {
  return /^\s*(?:序号\s*[，,\t ]?\s*)?姓\s*名[\s，,、:：]*(?:职\s*务)?\s*$/u.test(line)
}

function splitLine(line: string): MemberLine {
  const at = SEPARATOR.exec(line)
  if (at !== null) return memberOf(line.slice(0, at.index), line.slice(at.index + at[0].length))
  const words = line.trim().split(/\s+/)
  const [first = '', second = ''] = words
  // 李 明 书记: a name of two characters spaced out, not a person called 李 with the post 明.
  const spaced = first.length === 1 && second.length === 1 && HAN_ONLY.test(first + second)
  const nameWords = spaced ? 2 : HAN_ONLY.test(first) ? 1 : words.length
  return memberOf(words.slice(0, nameWords).join(' '), words.slice(nameWords).join(' '))
}

function memberOf(name: string, post: string): MemberLine {
  const trimmed = name.trim().replace(/\s+/g, ' ')
  return { name: HAN_ONLY.test(trimmed) ? trimmed.replace(/\s/g, '') : trimmed, post: post.trim() }
}

function reasonAgainst({ name, post }: MemberLine): MemberLineReason | null {
  const length = [...name].length
  if (length === 0) return 'name-missing'
  if (length < 2) return 'name-short'
  if (length > MEMBER_NAME_MAX) return 'name-long'
  if (!NAME.test(name)) return 'name-characters'
  if ([...post].length > MEMBER_POST_MAX) return 'post-long'
  return null
}

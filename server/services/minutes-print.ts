/** The minutes as paper: plain text, a page that prints by itself, blocks for Word. All come of one list of paragraphs. */
import { chineseNumeral } from '../../shared/outline/numerals'
import { type Block, plain } from '../../shared/schema/blocks'
import type { Minutes, MinutesItem, MinutesLine, MinutesPerson } from '../../shared/live/minutes'

interface Paragraph {
  kind: 'title' | 'fact' | 'heading' | 'speaker' | 'line' | 'note' | 'signature'
  /** 一、 （一）, as text and web page have it; the Word file draws its own. */
  number?: string
  text: string
}

const MINUTE_MS = 60_000
/** Offices of this kind keep Beijing time wherever the server thinks it stands. */
const TIME_ZONE = 'Asia/Shanghai'
const STAGES: Record<Minutes['stage'], string> = {
  open: '记录未核对',
  confirmation: '记录核对中，未锁定',
  locked: '记录已核对锁定',
}
const VERDICTS: Record<MinutesLine['verdict'], string> = { none: '', confirmed: '', objected: '（本人有异议）' }

export function minutesAsText(minutes: Minutes): string {
  return `${numberedParagraphs(minutes)
    .map(({ kind, text }) => (kind === 'heading' ? `\n${text}` : kind === 'line' || kind === 'note' ? `　　${text}` : text))
    .join('\n')}\n`
}

export function minutesAsHtml(minutes: Minutes): string {
  const tag = (kind: Paragraph['kind']) => (kind === 'title' ? 'h1' : kind === 'heading' ? 'h2' : kind === 'speaker' ? 'h3' : 'p')
  const body = numberedParagraphs(minutes)
    .map(({ kind, text }) => `<${tag(kind)} class="${kind}">${escaped(text)}</${tag(kind)}>`)
    .join('\n')
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>${escaped(minutes.title)}会议记录</title>
<style>
@page { size: A4; margin: 37mm 26mm 35mm 28mm }
body { max-width: 156mm; margin: 0 auto; font: 16pt/29pt FangSong, 仿宋_GB2312, 仿宋, serif }
h1 { font: 22pt/32pt 方正小标宋简体, SimSun, serif; text-align: center }
h2 { font: 16pt/29pt SimHei, 黑体, sans-serif; margin: 0; text-indent: 2em; break-after: avoid }
h3 { font: 16pt/29pt KaiTi, 楷体_GB2312, 楷体, serif; margin: 0; text-indent: 2em; break-after: avoid }
p { margin: 0 }
.line, .note { text-indent: 2em }
.note { font-size: 12pt; overflow-wrap: anywhere }
.signature { line-height: 40pt; break-inside: avoid }
</style>
</head>
<body>
${body}
</body>
</html>
`
}

/** For the Word file, whose headings are real ones. */
export function minutesAsBlocks(minutes: Minutes): Block[] {
  return paragraphsOf(minutes).map(({ kind, number, text }): Block => {
    const runs = plain(text)
    if (kind === 'title') return { type: 'title', runs }
    // Without a number there is nothing to count: 签字 is no item of the agenda.
    if (kind === 'heading' && number === undefined) return { type: 'paragraph', runs: [{ text, marks: ['bold'] }] }
    if (kind === 'heading' || kind === 'speaker') return { type: 'heading', level: kind === 'heading' ? 1 : 2, runs }
    return { type: 'paragraph', runs }
  })
}

function numberedParagraphs(minutes: Minutes): Paragraph[] {
  return paragraphsOf(minutes).map((one) => ({ ...one, text: `${one.number ?? ''}${one.text}` }))
}

function paragraphsOf(minutes: Minutes): Paragraph[] {
  return [
    { kind: 'title', text: `${minutes.title}会议记录` },
    ...headOf(minutes).map((text) => ({ kind: 'fact' as const, text })),
    ...minutes.items.flatMap(itemParagraphs),
    ...(minutes.otherLines.length === 0 ? [] : [{ kind: 'heading' as const, text: '其他记录' }]),
    ...minutes.otherLines.map((line) => ({ kind: 'line' as const, text: lineText(line) })),
    { kind: 'heading', text: '签字' },
    ...minutes.signatures.map(({ name, post }) => ({ kind: 'signature' as const, text: `${post}　${name}：＿＿＿＿＿＿＿＿` })),
  ]
}

function headOf(minutes: Minutes): string[] {
  const { count, quorum } = minutes
  const times = [minutes.startedAt, minutes.endedAt].map((at) => (at === null ? '' : timeText(at)))
  return [
    `单位：${minutes.team}`,
    `时间：${minutes.day} ${times.filter((text) => text !== '').join('—')}`.trimEnd(),
    `地点：${minutes.place}`,
    ...(minutes.theme === '' ? [] : [`主题：${minutes.theme}`]),
    `主持：${people(minutes.presider)}`,
    `记录：${people(minutes.recorder)}`,
    `应到 ${count.expected} 人，实到 ${count.present} 人，${count.reached ? '达到' : '未达到'} ${quorum.needs}/${quorum.of}`,
    `出席：${people(minutes.present)}`,
    `缺席：${minutes.absent.map((one) => one.name + (one.reason === '' ? '' : `（${one.reason}）`)).join('、') || '无'}`,
    ...(minutes.observing.length === 0 ? [] : [`列席：${people(minutes.observing)}`]),
    `状态：${STAGES[minutes.stage]}`,
  ]
}

function itemParagraphs(item: MinutesItem, index: number): Paragraph[] {
  const spent = item.spentMs < MINUTE_MS ? '' : `（${Math.round(item.spentMs / MINUTE_MS)} 分钟）`
  const heading: Paragraph = { kind: 'heading', number: `${chineseNumeral(index + 1)}、`, text: `${item.title}${spent}` }
  const named = item.turns.length > 1 || item.kind === 'individual'
  return [
    heading,
    ...item.turns.flatMap((turn, order): Paragraph[] => [
      ...(named && turn.speaker !== null
        ? [{ kind: 'speaker' as const, number: `（${chineseNumeral(order + 1)}）`, text: turn.speaker }]
        : []),
      ...turn.shown.map(({ title, version, hash }) => ({
        kind: 'note' as const,
        text: `宣读：${title}（定稿第 ${version} 版，校验值 ${hash}）`,
      })),
      ...turn.lines.map((line) => ({ kind: 'line' as const, text: lineText(line) })),
      ...(turn.replied ? [{ kind: 'line' as const, text: `${turn.speaker ?? ''}已表态。` }] : []),
    ]),
  ]
}

function lineText({ kind, speaker, target, mode, aspect, text, verdict }: MinutesLine): string {
  const about = kind === 'criticism' && target !== null ? `批评${target}` : kind === 'reply' ? '表态' : ''
  const tags = [aspect, mode === 'gist' ? '摘要' : ''].filter((tag) => tag !== '').join('，')
  return `${speaker}${about}${tags === '' ? '' : `（${tags}）`}：${text}${VERDICTS[verdict]}`
}

function people(list: readonly MinutesPerson[]): string {
  return list.map(({ name }) => name).join('、')
}

function timeText(at: number): string {
  return new Intl.DateTimeFormat('zh-CN', { timeZone: TIME_ZONE, hour: '2-digit', minute: '2-digit', hour12: false }).format(at)
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`)
}

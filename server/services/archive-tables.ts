/** Decisions and versions as tables of an archive, in the language of the paper they end up on. */
import type { Transition } from '../../shared/access/transitions'
import { foreignName } from '../../shared/model/foreign-author'
import type { MaterialState } from '../../shared/model/material-state'
import type { VersionKind } from '../../shared/model/version-kind'
import type { BlockKind } from '../../shared/suggestions/proposal'
import type { DecisionView, VersionView } from './shapes'

/** Offices of this kind keep Beijing time wherever the server thinks it stands. */
const TIME_ZONE = 'Asia/Shanghai'

export const MATERIAL_STATES: Record<MaterialState, string> = {
  draft: '撰写中',
  submitted: '审核中',
  returned: '已退回',
  approved: '已定稿',
  presented: '已宣读',
  archived: '已归档',
}
const TRANSITION_WORDS: Record<Transition, string> = { submit: '送审', return: '退回', approve: '定稿', reopen: '重新打开' }
const KIND_WORDS: Record<BlockKind, string> = {
  paragraph: '正文',
  ordinal: '分项',
  heading1: '一级标题',
  heading2: '二级标题',
  heading3: '三级标题',
  heading4: '四级标题',
  quote: '引文',
  title: '标题',
  byline: '署名',
}
const MARK_WORDS = { bold: '加粗', italic: '斜体', underline: '下划线' } as const

/** 修改意见采纳情况表, in the order in which it was decided. */
export function decisionTable(decisions: readonly DecisionView[]): string[][] {
  const rows = decisions
    .toSorted((a, b) => a.at - b.at)
    .flatMap((decision) => decision.suggestions.map((one) => ({ decision, one })))
  return [
    ['序号', '提出人', '提出时间', '原文字', '建议文字', '其他改动', '处理', '理由', '处理人', '处理时间', '撤销时间'],
    ...rows.map(({ decision, one }, index) => [
      String(index + 1),
      foreignName(one.author) === null ? one.authorName : `${one.authorName}（来自文件）`,
      dayAndTime(one.at),
      one.deleted,
      one.inserted,
      [
        ...(one.retype === null ? [] : [`改为${KIND_WORDS[one.retype]}`]),
        ...one.changes.map(({ mark, on, text }) => `“${text}”${on ? '' : '取消'}${MARK_WORDS[mark]}`),
      ].join('；'),
      decision.decision === 'accept' ? '采纳' : one.author === decision.decider ? '撤回' : '不采纳',
      decision.reason,
      decision.deciderName,
      dayAndTime(decision.at),
      decision.undoneAt === null ? '' : dayAndTime(decision.undoneAt),
    ]),
  ]
}

/** The oldest first. */
export function versionTable(versions: readonly VersionView[], hashes: ReadonlyMap<number, string>): string[][] {
  return [
    ['版本', '时间', '由来', '名称或说明', '保存人', '其间写作', 'SHA-256（正文）'],
    ...versions
      .toSorted((a, b) => a.number - b.number)
      .map((version) => [
        String(version.number),
        dayAndTime(version.at),
        originOf(version),
        [version.kind === 'named' || version.kind === 'import' ? version.label : '', version.note].filter(Boolean).join('：'),
        version.by?.name ?? '',
        version.writers.map(({ name }) => name).join('、'),
        hashes.get(version.number) ?? '',
      ]),
  ]
}

function originOf({ kind, label }: VersionView): string {
  const words: Record<VersionKind, string> = {
    auto: '自动保存',
    state: TRANSITION_WORDS[label as Transition] ?? label,
    approved: '定稿',
    named: '手动保存',
    restore: `恢复第 ${label} 版之前`,
    import: '导入之前',
  }
  return words[kind]
}

export function dayAndTime(at: number): string {
  return new Intl.DateTimeFormat('zh-CN', {
    timeZone: TIME_ZONE,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  }).format(at)
}

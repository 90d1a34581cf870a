/** 民主生活会 · 组织生活会 */
export const MEETING_KINDS = ['democraticLifeMeeting', 'orgLifeMeeting'] as const
export type MeetingKind = (typeof MEETING_KINDS)[number]

/** 准备 → 撰写 → 审核 → 会议 → 整改 → 归档 */
export const STAGES = ['prepare', 'write', 'review', 'meet', 'rectify', 'archive'] as const
export type Stage = (typeof STAGES)[number]

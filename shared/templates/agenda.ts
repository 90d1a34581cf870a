/** The agenda a meeting begins with, by its kind; the office rearranges it. Minutes are suggested for each speaker. */
import type { AgendaOutlineItem } from '../live/agenda'
import type { MeetingKind } from '../model/meeting'

export const AGENDAS: Record<MeetingKind, readonly AgendaOutlineItem[]> = {
  democraticLifeMeeting: [
    { kind: 'priorRectification', title: '上年度整改落实情况通报', minutes: 10 },
    { kind: 'collective', title: '班子对照检查', minutes: 24 },
    { kind: 'individual', title: '个人对照检查与相互批评', minutes: 22 },
    { kind: 'supervisorRemarks', title: '督导组点评', minutes: 10 },
    { kind: 'closingRemarks', title: '主要负责同志表态', minutes: 8 },
    { kind: 'summary', title: '会议小结', minutes: 5 },
  ],
  orgLifeMeeting: [
    { kind: 'priorRectification', title: '上年度整改落实情况通报', minutes: 5 },
    { kind: 'collective', title: '支部委员会对照检查', minutes: 12 },
    { kind: 'individual', title: '个人对照检查与相互批评', minutes: 10 },
    { kind: 'summary', title: '会议小结', minutes: 5 },
  ],
}

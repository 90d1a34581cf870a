export const MEETING_TABS = ['materials', 'members', 'settings'] as const
export type MeetingTab = (typeof MEETING_TABS)[number]

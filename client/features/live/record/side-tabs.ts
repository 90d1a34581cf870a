/** What stands beside the text, for whom and when. */
import { isExpected } from '../../../../shared/live/attendance'
import { keepsRecord } from '../../../../shared/live/command-rights'
import type { LiveModel } from '../../../live/live-model'

export type SideTab = 'criticism' | 'all' | 'replies' | 'prepared' | 'own'

/** The first is shown by itself. */
export function sideTabs({ you, state }: Pick<LiveModel, 'you' | 'state'>): SideTab[] {
  const speaks = isExpected(you.roles)
  const tabs: SideTab[] = keepsRecord(you) ? ['criticism', 'all', 'replies'] : []
  if (!speaks) return tabs
  if (state.record === 'open') return [...tabs, 'prepared']
  return tabs.length === 0 ? ['own', 'prepared'] : [...tabs, 'own']
}

/** What the tabs of one browser tell each other about the session: who has it, that it is over, that somebody is still at work. */
import type { PersonId } from '../../shared/ids'

const CHANNEL = 'duizhao.session'

export type SessionNews =
  | { kind: 'signed-out'; why: 'idle' | 'signed-out' }
  | { kind: 'signed-in'; person: PersonId }
  | { kind: 'active' }

export function tellTabs(news: SessionNews): void {
  const channel = new BroadcastChannel(CHANNEL)
  channel.postMessage(news)
  channel.close()
}

export function hearTabs(listener: (news: SessionNews) => void): () => void {
  const channel = new BroadcastChannel(CHANNEL)
  channel.onmessage = ({ data }: MessageEvent<SessionNews>) => listener(data)
  return () => channel.close()
}

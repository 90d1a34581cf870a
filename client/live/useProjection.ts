import { useEffect, useState, useSyncExternalStore } from 'react'
import { browserSurroundings } from './browser'
import { type Projection, ProjectorSession } from './projector-session'
import type { UnsentStore } from './unsent-store'

/** A projector writes nothing down. */
const NO_STORE: UnsentStore = { put: async () => {}, remove: async () => {}, all: async () => [] }
const never = () => () => {}

export function useProjection(code: string): Projection | null {
  const [session, setSession] = useState<ProjectorSession | null>(null)
  useEffect(() => {
    const opened = new ProjectorSession(code, browserSurroundings(NO_STORE))
    setSession(opened)
    return () => {
      setSession(null)
      opened.close()
    }
  }, [code])
  return useSyncExternalStore(session?.subscribe ?? never, () => session?.projection() ?? null)
}

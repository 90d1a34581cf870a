import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { readCode } from '../../../shared/live/projector'
import { CLOSE } from '../../../shared/wire/close-codes'
import { CodeForm } from '../../features/live/projector/CodeForm'
import { DarkScreen } from '../../features/live/projector/DarkScreen'
import { ProjectorScreen } from '../../features/live/projector/ProjectorScreen'
import type { LiveStatus } from '../../live/live-status'
import { useProjection } from '../../live/useProjection'
import { Wait } from '../../ui/Wait'

/** For the projector's computer: no account, a code of one meeting, typed or after `#` in the address. */
export function ProjectorPage() {
  const { t } = useTranslation()
  const [code, setCode] = useState(() => readCode(decodeURIComponent(location.hash.slice(1))))
  const [problem, setProblem] = useState<'wrong' | 'tooOften' | 'outdated' | null>(null)

  useEffect(() => {
    document.title = `${t('projector.title')} · 对照`
  }, [t])

  const handleCode = (next: string) => {
    // Kept in the address, so that a restarted computer comes back by itself; what stands after # is sent to no server.
    history.replaceState(history.state, '', `#${next}`)
    setProblem(null)
    setCode(next)
  }
  const handleEnd = (why: 'wrong' | 'tooOften' | 'outdated' | null) => {
    history.replaceState(history.state, '', location.pathname)
    setProblem(why)
    setCode(null)
  }
  if (code === null) return <CodeForm problem={problem} onCode={handleCode} />
  return <Show key={code} code={code} onEnd={handleEnd} />
}

interface ShowProps {
  code: string
  onEnd: (why: 'wrong' | 'tooOften' | 'outdated' | null) => void
}

function Show({ code, onEnd }: ShowProps) {
  const { t } = useTranslation()
  const projection = useProjection(code)
  const status = projection?.status
  const refusal = status === undefined ? null : refusalOf(status)

  useEffect(() => {
    if (refusal !== null && refusal !== 'dark') onEnd(refusal)
  }, [refusal, onEnd])

  if (refusal === 'dark') return <DarkScreen onAnother={() => onEnd(null)} />
  if (projection === null || projection.view === null) return <Wait text={t('projector.connecting')} />
  return <ProjectorScreen projection={projection} view={projection.view} />
}

function refusalOf(status: LiveStatus) {
  if (status.kind !== 'refused') return null
  // Revoked while it showed.
  if (status.code === CLOSE.notAllowed) return 'dark'
  if (status.code === CLOSE.tooFrequent) return 'tooOften'
  return status.code === CLOSE.outdated ? 'outdated' : 'wrong'
}

import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { atLeast } from '../../../shared/access/ability'
import type { MaterialId, MeetingId } from '../../../shared/ids'
import type { Material } from '../../lib/api-types'
import { LeftWords } from '../../features/workspace/LeftWords'
import { useMe } from '../../lib/me'
import { meetingQuery } from '../../lib/query'
import { EmptyState } from '../../ui/EmptyState'
import { ErrorNote } from '../../ui/ErrorNote'
import { Wait } from '../../ui/Wait'
import classes from './WorkspacePage.module.css'
import { Workspace } from './workspace/Workspace'

/** A state that changes without changing one's own rights is told by no session. */
const REFRESH_MS = 8_000

/** One material of a meeting, open for writing: finds it, or says why it cannot be opened. */
export function WorkspacePage() {
  const { t } = useTranslation()
  const me = useMe()
  const params = useParams({ from: '/signed-in/m/$meeting/$material' })
  const meeting = params.meeting as MeetingId
  const { data, error, refetch } = useQuery({ ...meetingQuery(meeting), refetchInterval: REFRESH_MS })
  const listed = data?.materials.find((each) => each.id === (params.material as MaterialId))
  const material = useKeptForWriter(listed, params.material as MaterialId)

  if (data === undefined) {
    return (
      <Aside>
        {error === null ? <Wait text={t('workspace.loading')} /> : <ErrorNote error={error} onRetry={() => void refetch()} />}
      </Aside>
    )
  }
  if (material === undefined || !atLeast(material.ability, 'read')) {
    return (
      <Aside>
        <LeftWords key={params.material} person={me.person} material={params.material as MaterialId} />
        <h1 className={classes.title}>{t('workspace.missing.title')}</h1>
        <EmptyState
          sentence={t(material === undefined ? 'workspace.missing.about' : 'workspace.stateOnly')}
          action={
            <Link to="/m/$meeting" params={{ meeting }}>
              {t('workspace.missing.action')}
            </Link>
          }
        />
      </Aside>
    )
  }
  return <Workspace meeting={data} material={material} me={me} />
}

/**
 * Who was writing when the right was taken away still has the text before them, with a notice and whatever was not sent; who
 * only read it has nothing to lose.
 */
function useKeptForWriter(listed: Material | undefined, wanted: MaterialId): Material | undefined {
  const [last, setLast] = useState(listed)
  if (listed !== undefined && listed !== last) setLast(listed)
  if (listed !== undefined || last?.id !== wanted) return listed
  return atLeast(last.ability, 'suggest') ? last : undefined
}

function Aside({ children }: { children: ReactNode }) {
  return (
    <main id="main" className={classes.aside} tabIndex={-1}>
      {children}
    </main>
  )
}

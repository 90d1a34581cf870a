import { Modal } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MaterialId } from '../../../shared/ids'
import { versionsQuery } from '../../lib/query'
import { EmptyState } from '../../ui/EmptyState'
import { ErrorNote } from '../../ui/ErrorNote'
import { Wait } from '../../ui/Wait'
import { Comparison } from './Comparison'
import classes from './History.module.css'
import { NameForm } from './NameForm'
import { NOW } from './queries'
import { VersionList } from './VersionList'

interface HistoryDialogProps {
  opened: boolean
  material: MaterialId
  /** What the material is called. */
  title: string
  /** May keep versions by name and go back to one. */
  mayWrite: boolean
  onClose: () => void
}

/** A material through time: its versions by day, what changed between two of them, and the way back. */
export function HistoryDialog({ opened, title, onClose, ...rest }: HistoryDialogProps) {
  const { t } = useTranslation()
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('history.title', { title })}
      size="min(1280px, 96vw)"
      closeButtonProps={{ 'aria-label': t('history.close') }}
    >
      <Versions {...rest} />
    </Modal>
  )
}

function Versions({ material, mayWrite }: Pick<HistoryDialogProps, 'material' | 'mayWrite'>) {
  const { t } = useTranslation()
  const { data: versions, error, refetch } = useQuery(versionsQuery(material))
  const [chosen, setChosen] = useState<number | null>(null)
  const [against, setAgainst] = useState(NOW)
  const older = chosen ?? versions?.[0]?.number

  return (
    <div className={classes.columns}>
      <section className={classes.side} aria-label={t('history.list')}>
        {mayWrite && <NameForm material={material} />}
        {versions === undefined ? (
          error === null ? (
            <Wait />
          ) : (
            <ErrorNote error={error} onRetry={() => void refetch()} />
          )
        ) : (
          <VersionList versions={versions} chosen={older ?? null} onChoose={setChosen} />
        )}
      </section>
      {versions !== undefined && older === undefined && <EmptyState sentence={t('history.empty')} />}
      {versions !== undefined && older !== undefined && (
        <Comparison
          key={`${older} ${against}`}
          material={material}
          versions={versions}
          older={older}
          newer={against}
          mayRestore={mayWrite}
          onNewer={setAgainst}
          onRestored={() => {
            setChosen(null)
            setAgainst(NOW)
          }}
        />
      )}
    </div>
  )
}

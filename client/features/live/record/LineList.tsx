import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Line } from '../../../../shared/live/record'
import type { LiveModel } from '../../../live/live-model'
import type { MeetingSession } from '../../../live/meeting-session'
import { useLive } from '../../../live/useMeeting'
import { LineCard } from './LineCard'
import { nextEdition } from './preset'
import classes from './Record.module.css'

interface LineListProps {
  session: MeetingSession
  model: LiveModel
  show: 'criticism' | 'all'
  onEdit: (line: Line) => void
  onRemoved: (line: Line) => void
}

/** The record in the order it was written; the newest line comes into sight. */
export function LineList({ session, model, show, onEdit, onRemoved }: LineListProps) {
  const { t } = useTranslation()
  const record = useLive(session, (view) => view.record)
  const unsent = useLive(session, (view) => view.unsent)
  const end = useRef<HTMLDivElement>(null)
  const lines = record.lines.filter((line) => !line.removed && (show === 'all' || line.kind === 'criticism'))
  const count = lines.length
  const isLocked = model.state.record === 'locked'

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new line is what there is to come into sight
  useEffect(() => {
    // Newer browsers answer with a promise, which must not be taken for the effect's end.
    end.current?.scrollIntoView({ block: 'nearest' })
  }, [count])

  if (count === 0) {
    return <p className={classes.empty}>{t(show === 'all' ? 'recorder.empty' : 'recorder.emptyCriticism')}</p>
  }
  return (
    <>
      <ul className={classes.cards}>
        {lines.map((line) => (
          <LineCard
            key={line.id}
            line={line}
            model={model}
            unsent={unsent.find(({ key }) => key === `line/${line.id}`) ?? null}
            replied={line.kind === 'criticism' && record.replies.some(({ person, given }) => given && person === line.target)}
            onEdit={isLocked ? null : () => onEdit(line)}
            onRemove={
              isLocked
                ? null
                : () => {
                    session.writeLine(nextEdition(line, { removed: true }))
                    onRemoved(line)
                  }
            }
            onDismiss={(one) => session.dismiss(one)}
          />
        ))}
      </ul>
      <div ref={end} />
    </>
  )
}

import { type ReactNode, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import type { MeetingSession } from '../../../live/meeting-session'
import { useLive } from '../../../live/useMeeting'
import { FollowPill } from './FollowPill'
import { litAround } from './lit-blocks'
import { PresentedText } from './PresentedText'
import { StageControl } from './stage-control'
import classes from './TextStage.module.css'

interface TextStageProps {
  session: MeetingSession
  /** In place of the text while nothing is shown. */
  empty: ReactNode
  onControl: (control: StageControl | null) => void
}

/** The text before the meeting in large type, moving with the speaker. */
export function TextStage({ session, empty, onControl }: TextStageProps) {
  const { t } = useTranslation()
  const scroller = useRef<HTMLDivElement>(null)
  const stage = useRef<HTMLElement>(null)
  const [control, setControl] = useState<StageControl | null>(null)
  const text = useLive(session, ({ model }) => model?.text ?? null)
  const place = useLive(session, ({ model }) => model?.place ?? null)
  const people = useLive(session, ({ model }) => model?.people ?? null)
  const speaker = useLive(session, ({ model }) => {
    const item = model?.state.items.find(({ id }) => id === model.state.position?.item)
    return item?.turns.find(({ id }) => id === model?.state.position?.turn)?.person ?? null
  })

  useEffect(() => {
    if (scroller.current === null || stage.current === null) return
    const made = new StageControl(session, scroller.current, stage.current)
    setControl(made)
    onControl(made)
    return () => {
      made.end()
      setControl(null)
      onControl(null)
    }
  }, [session, onControl])

  const lit = text === null || place === null || place.material !== text.material ? null : litAround(text.blocks, place.block)
  const shown = place?.person ?? speaker
  return (
    <div className={classes.desk} data-stage>
      {control !== null && text !== null && (
        <Pill control={control} speaker={shown === null ? null : (people?.get(shown) ?? null)} />
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard */}
      <div ref={scroller} className={classes.scroller} role="region" aria-label={t('live.text')} tabIndex={0}>
        <article ref={stage} className={classes.page} data-empty={text === null || undefined}>
          {text === null ? empty : <PresentedText blocks={text.blocks} lit={lit} />}
        </article>
      </div>
    </div>
  )
}

function Pill({ control, speaker }: { control: StageControl; speaker: Parameters<typeof FollowPill>[0]['speaker'] }) {
  const follow = useSyncExternalStore(control.subscribe, control.follow)
  return (
    <FollowPill follow={follow} speaker={speaker} onLetGo={() => control.letGo()} onReturn={() => control.returnToSpeaker()} />
  )
}

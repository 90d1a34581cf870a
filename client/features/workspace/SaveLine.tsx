import { useEffect, useEffectEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Status } from '../../collab/status'
import { atRiskIn, type SaveLine as Line, saveLineOf, type SaveVoice, saveVoice } from './save-line'
import classes from './SaveLine.module.css'

const MARKS = { ok: '✓', warn: '!', danger: '!', quiet: '', busy: '' } as const

/** The truth about what was typed, always as text. The eye sees every save; a screen reader hears only of trouble and its end. */
export function SaveLine({ status }: { status: Status }) {
  const { t } = useTranslation()
  const [voice, setVoice] = useState<SaveVoice>(null)
  const nextVoice = saveVoice(voice, status)
  if (nextVoice !== voice) setVoice(nextVoice)

  const line = useCalm(saveLineOf(status, useLastingRisk(atRiskIn(status))))
  const text = t(`workspace.save.${line.key}`, { count: line.edits, time: line.at === null ? '' : clockTime(line.at) })
  return (
    <>
      <span role="status" aria-live="off" className={classes.line} data-tone={line.tone} data-save={line.key} title={text}>
        {MARKS[line.tone] !== '' && <span aria-hidden="true">{MARKS[line.tone]} </span>}
        {text}
      </span>
      <span aria-live="polite" className={classes.voice}>
        {nextVoice === null ? '' : t(`workspace.saveSpoken.${nextVoice}`)}
      </span>
    </>
  )
}

/** Between two keys all is saved for a moment. Longer than people pause within a word, shorter than they wait for. */
const CALM_MS = 400

/** Goes on saying 正在保存 until writing pauses: with every key from saved to saving and back would be unrest, and two drawings. */
function useCalm(now: Line): Line {
  const [shown, setShown] = useState(now)
  const waits = shown.key === 'saving' && now.key === 'saved'
  if (!waits && (shown.key !== now.key || shown.edits !== now.edits || shown.at !== now.at)) setShown(now)
  const settle = useEffectEvent(() => setShown(now))
  useEffect(() => {
    if (!waits) return
    const timer = setTimeout(settle, CALM_MS)
    return () => clearTimeout(timer)
  }, [waits])
  return shown
}

/** Every change is for milliseconds in this page's memory alone, on its way to the device's store: no reason to frighten anyone. */
const A_MOMENT_MS = 1_500

function useLastingRisk(atRisk: number): number {
  const [lasts, setLasts] = useState(false)
  const isAtRisk = atRisk > 0
  useEffect(() => {
    if (!isAtRisk) return
    const timer = setTimeout(() => setLasts(true), A_MOMENT_MS)
    return () => {
      clearTimeout(timer)
      setLasts(false)
    }
  }, [isAtRisk])
  return lasts ? atRisk : 0
}

function clockTime(at: number): string {
  return new Intl.DateTimeFormat('zh-CN', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at)
}

import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Status } from '../../collab/status'
import { atRiskIn, saveLineOf, type SaveVoice, saveVoice } from './save-line'
import classes from './SaveLine.module.css'

const MARKS = { ok: '✓', warn: '!', danger: '!', quiet: '', busy: '' } as const

/** The truth about what was typed, always as text. The eye sees every save; a screen reader hears only of trouble and its end. */
export function SaveLine({ status }: { status: Status }) {
  const { t } = useTranslation()
  const [voice, setVoice] = useState<SaveVoice>(null)
  const nextVoice = saveVoice(voice, status)
  if (nextVoice !== voice) setVoice(nextVoice)

  const line = saveLineOf(status, useLastingRisk(atRiskIn(status)))
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

import { useState } from 'react'
import type { PersonId } from '../../../../shared/ids'
import type { MeetingState } from '../../../../shared/live/meeting-state'
import type { Line, LineKind, LineMode } from '../../../../shared/live/record'
import { presetFor } from './preset'

export interface Choice {
  kind: LineKind
  speaker: PersonId | null
  target: PersonId | null
  item: string | null
}

export interface Draft extends Choice {
  text: string
  mode: LineMode
  aspect: string
  /** The line that is being changed; null: a new one. */
  editing: Line | null
}

/**
 * The line being written. What the agenda presets holds until the recorder chooses otherwise; when the meeting moves on, a line
 * that has begun keeps what it began with.
 */
export function useDraft(state: MeetingState) {
  const preset = presetFor(state)
  const key = JSON.stringify(preset)
  const [lastKey, setLastKey] = useState(key)
  const [chosen, setChosen] = useState<Partial<Choice>>({})
  const [before, setBefore] = useState<Choice>(preset)
  const [text, setText] = useState('')
  const [mode, setMode] = useState<LineMode>('verbatim')
  const [aspect, setAspect] = useState('')
  const [editing, setEditing] = useState<Line | null>(null)
  if (key !== lastKey) {
    setLastKey(key)
    const hasBegun = text.trim() !== '' || editing !== null
    setChosen(hasBegun ? { ...before, ...chosen } : {})
    setBefore(preset)
  }
  const draft: Draft = { ...preset, ...chosen, text, mode, aspect, editing }
  return {
    draft,
    choose: (change: Partial<Choice>) => setChosen((last) => ({ ...last, ...change })),
    setText,
    setMode,
    setAspect,
    edit(line: Line) {
      setChosen({ kind: line.kind, speaker: line.speaker, target: line.target, item: line.item })
      setText(line.text)
      setMode(line.mode)
      setAspect(line.aspect)
      setEditing(line)
    },
    /** Afterwards the next line begins; the same person often says more. */
    clear() {
      setText('')
      setChosen(editing === null ? { speaker: draft.speaker } : {})
      setEditing(null)
    },
  }
}

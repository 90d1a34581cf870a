import { Button } from '@mantine/core'
import { type KeyboardEvent, type RefObject, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LINE_KINDS, LINE_MODES, MAX_LINE_CHARS } from '../../../../shared/live/record'
import type { LiveModel } from '../../../live/live-model'
import type { MeetingSession } from '../../../live/meeting-session'
import { newLineId } from '../new-line-id'
import { nameOf } from '../order'
import classes from './Record.module.css'
import { lastOwnLine, nextEdition, speakersOf } from './preset'
import { recorderKey } from './recorder-keys'
import type { useDraft } from './useDraft'

/** For a pause to think the list of people still says 记录中…. */
const WRITING_MS = 4_000

interface RecorderFormProps {
  session: MeetingSession
  model: LiveModel
  aspects: readonly string[]
  desk: ReturnType<typeof useDraft>
  field: RefObject<HTMLTextAreaElement | null>
  onWriting: (writing: boolean) => void
  onUndo: () => void
}

/** One line an opinion, written while somebody speaks: everything by keyboard, everything also without a network. */
export function RecorderForm({ session, model, aspects, desk, field, onWriting, onUndo }: RecorderFormProps) {
  const { t } = useTranslation()
  const [problem, setProblem] = useState<'needSpeaker' | 'needTarget' | null>(null)
  const { draft } = desk
  const { text } = draft
  const speakers = speakersOf(model.state)
  const storeFails = session.view().storeFails

  useEffect(() => {
    if (text === '') {
      onWriting(false)
      return
    }
    onWriting(true)
    const timer = setTimeout(() => onWriting(false), WRITING_MS)
    return () => clearTimeout(timer)
  }, [text, onWriting])

  const handleSave = () => {
    const content = text.trim()
    field.current?.focus()
    if (content === '') return
    const { kind, speaker, target, mode, aspect, item, editing } = draft
    if (speaker === null) return setProblem('needSpeaker')
    if (kind === 'criticism' && target === null) return setProblem('needTarget')
    setProblem(null)
    const said = { kind, speaker, target: kind === 'criticism' ? target : null, mode, aspect, item, text: content }
    if (editing === null) {
      const saidAt = Math.round(Date.now() + model.clockOffsetMs)
      session.writeLine({ ...said, id: newLineId(), edition: 1, saidAt, removed: false })
    } else session.writeLine(nextEdition(editing, said))
    desk.clear()
  }
  const handleKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const key = recorderKey(event.nativeEvent, text === '')
    if (key === null) return
    event.preventDefault()
    if (key.kind === 'submit') handleSave()
    else if (key.kind === 'undo') onUndo()
    else {
      const speaker = speakers[key.number - 1]
      if (speaker !== undefined) desk.choose({ speaker })
    }
  }
  return (
    <form
      className={classes.form}
      aria-label={t('recorder.line')}
      onSubmit={(event) => {
        event.preventDefault()
        handleSave()
      }}
    >
      <div className={classes.speakers} role="group" aria-label={t('recorder.speaker')}>
        <span className={classes.muted}>{t('recorder.speaker')}</span>
        {speakers.map((person, index) => (
          <button
            key={person}
            type="button"
            className={classes.speaker}
            aria-pressed={person === draft.speaker}
            onClick={() => {
              desk.choose({ speaker: person })
              field.current?.focus()
            }}
          >
            {index < 9 && `${index + 1} `}
            {nameOf(model, person)}
          </button>
        ))}
        {draft.kind === 'criticism' && (
          <label className={classes.target}>
            <span aria-hidden="true">→</span>
            <select
              aria-label={t('recorder.target')}
              value={draft.target ?? ''}
              onChange={(event) => {
                desk.choose({ target: speakers.find((person) => person === event.currentTarget.value) ?? null })
              }}
            >
              <option value="">{t('recorder.targetNone')}</option>
              {speakers.map((person) => (
                <option key={person} value={person}>
                  {nameOf(model, person)}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
      <textarea
        ref={field}
        className={classes.field}
        aria-label={t('recorder.line')}
        placeholder={t('recorder.placeholder')}
        maxLength={MAX_LINE_CHARS}
        value={text}
        onChange={(event) => desk.setText(event.currentTarget.value)}
        onKeyDown={handleKeyDown}
      />
      {problem !== null && (
        <p className={classes.refused} role="alert">
          {t(`recorder.${problem}`)}
        </p>
      )}
      {storeFails && (
        <p className={classes.refused} role="alert">
          {t('recorder.storeFails')}
        </p>
      )}
      <div className={classes.formRow}>
        <select
          aria-label={t('recorder.kindLabel')}
          value={draft.kind}
          onChange={(event) => {
            const kind = LINE_KINDS.find((each) => each === event.currentTarget.value)
            if (kind !== undefined) desk.choose({ kind })
          }}
        >
          {LINE_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t(`recorder.kind.${kind}`)}
            </option>
          ))}
        </select>
        <select
          aria-label={t('recorder.modeLabel')}
          value={draft.mode}
          onChange={(event) => {
            const mode = LINE_MODES.find((each) => each === event.currentTarget.value)
            if (mode !== undefined) desk.setMode(mode)
          }}
        >
          {LINE_MODES.map((mode) => (
            <option key={mode} value={mode}>
              {t(`recorder.mode.${mode}`)}
            </option>
          ))}
        </select>
        <select
          aria-label={t('recorder.aspect')}
          value={draft.aspect}
          onChange={(event) => desk.setAspect(event.currentTarget.value)}
        >
          <option value="">{t('recorder.aspectNone')}</option>
          {aspects.map((aspect) => (
            <option key={aspect} value={aspect}>
              {aspect}
            </option>
          ))}
        </select>
        <span className={classes.grow} />
        {draft.editing === null ? (
          <button
            type="button"
            className={classes.link}
            disabled={lastOwnLine(session.view().record.lines, model.you.person) === null}
            onClick={onUndo}
          >
            {t('recorder.undo')}
          </button>
        ) : (
          <button type="button" className={classes.link} onClick={() => desk.clear()}>
            {t('recorder.cancelChange')}
          </button>
        )}
      </div>
      <div className={classes.formRow}>
        <span className={classes.about}>{t('recorder.about')}</span>
        <Button type="submit" size="compact-md">
          {t(draft.editing === null ? 'recorder.save' : 'recorder.change')}
        </Button>
      </div>
    </form>
  )
}

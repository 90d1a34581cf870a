import { Button, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Line, LineVerdict } from '../../../../shared/live/record'
import type { LiveModel } from '../../../live/live-model'
import type { MeetingSession } from '../../../live/meeting-session'
import { useLive } from '../../../live/useMeeting'
import { Avatar } from '../../../ui/Avatar'
import { Chip } from '../../../ui/Chip'
import { ErrorNote } from '../../../ui/ErrorNote'
import { nameOf } from '../order'
import { liveApi } from '../requests'
import classes from './Record.module.css'

/** After the meeting: what was recorded of oneself, to be confirmed, and what was said about oneself. */
export function OwnLines({ session, model }: { session: MeetingSession; model: LiveModel }) {
  const { t } = useTranslation()
  const { lines } = useLive(session, (view) => view.record)
  const { you, state, meeting } = model
  const verdict = useMutation({
    mutationFn: (input: { line: string; verdict: LineVerdict; note: string }) => liveApi.confirmLine({ meeting, ...input }),
  })
  if (state.record === 'open') return <p className={classes.empty}>{t('recorder.own.notYet')}</p>
  const mine = lines.filter((line) => line.speaker === you.person && !line.removed)
  const aboutMe = lines.filter((line) => line.target === you.person && !line.removed)
  const mayAnswer = state.record === 'confirmation'
  return (
    <>
      <section className={classes.group} aria-label={t('recorder.own.mine')}>
        <h3>{t('recorder.own.mine')}</h3>
        <p className={classes.empty}>{mine.length === 0 ? t('recorder.own.mineEmpty') : mayAnswer && t('recorder.own.ask')}</p>
        <ul className={classes.cards}>
          {mine.map((line) => (
            <OwnLine
              key={`${line.id}/${line.edition}`}
              line={line}
              model={model}
              onVerdict={mayAnswer ? (which, note) => verdict.mutate({ line: line.id, verdict: which, note }) : null}
            />
          ))}
        </ul>
        <ErrorNote error={verdict.error} />
      </section>
      <section className={classes.group} aria-label={t('recorder.own.aboutMe')}>
        <h3>{t('recorder.own.aboutMe')}</h3>
        {aboutMe.length === 0 && <p className={classes.empty}>{t('recorder.own.aboutMeEmpty')}</p>}
        <ul className={classes.cards}>
          {aboutMe.map((line) => (
            <li key={line.id} className={classes.card}>
              <Head line={line} model={model} />
              <p>{line.text}</p>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}

interface OwnLineProps {
  line: Line
  model: LiveModel
  /** Null: it is too late, or too early. */
  onVerdict: ((verdict: LineVerdict, note: string) => void) | null
}

function OwnLine({ line, model, onVerdict }: OwnLineProps) {
  const { t } = useTranslation()
  const [note, setNote] = useState<string | null>(null)
  return (
    <li className={classes.card}>
      <Head line={line} model={model} />
      <p>{line.text}</p>
      {line.note !== '' && <p className={classes.note}>{line.note}</p>}
      {onVerdict !== null && (
        <div className={classes.formRow}>
          {line.verdict !== 'confirmed' && (
            <Button
              size="compact-sm"
              aria-label={t('recorder.own.confirmOf', { text: line.text })}
              onClick={() => onVerdict('confirmed', '')}
            >
              {t('recorder.own.confirm')}
            </Button>
          )}
          {line.verdict !== 'objected' && note === null && (
            <Button
              size="compact-sm"
              variant="default"
              aria-label={t('recorder.own.objectOf', { text: line.text })}
              onClick={() => setNote('')}
            >
              {t('recorder.own.object')}
            </Button>
          )}
        </div>
      )}
      {onVerdict !== null && note !== null && (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            onVerdict('objected', note.trim())
            setNote(null)
          }}
        >
          <Textarea
            label={t('recorder.own.objectionOf')}
            value={note}
            maxLength={500}
            rows={2}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <Button type="submit" size="compact-sm" mt={6}>
            {t('recorder.own.send')}
          </Button>
        </form>
      )}
    </li>
  )
}

function Head({ line, model }: { line: Line; model: LiveModel }) {
  const { t } = useTranslation()
  const speaker = model.people.get(line.speaker)
  const isMine = line.speaker === model.you.person
  return (
    <div className={classes.cardHead}>
      <Avatar name={speaker?.name ?? ''} color={speaker?.color ?? 0} size="small" />
      <b>{speaker?.name}</b>
      {line.target !== null && (
        <span className={classes.muted}>{t('recorder.targetOf', { name: nameOf(model, line.target) })}</span>
      )}
      <span className={classes.grow} />
      {line.mode === 'gist' && <Chip tone="plain">{t('recorder.mode.gist')}</Chip>}
      {isMine && (
        <Chip tone={line.verdict === 'confirmed' ? 'ok' : line.verdict === 'objected' ? 'warn' : 'plain'}>
          {t(`recorder.own.verdict.${line.verdict}`)}
        </Chip>
      )}
    </div>
  )
}

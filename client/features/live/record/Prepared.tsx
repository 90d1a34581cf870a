import { Button, NativeSelect, Textarea } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonId } from '../../../../shared/ids'
import { MAX_LINE_CHARS } from '../../../../shared/live/record'
import type { LiveModel } from '../../../live/live-model'
import { Chip } from '../../../ui/Chip'
import { ErrorNote } from '../../../ui/ErrorNote'
import form from '../../../ui/Form.module.css'
import { newLineId } from '../new-line-id'
import { nameOf } from '../order'
import { liveApi, type Prepared, preparedQuery } from '../requests'
import classes from './Record.module.css'
import { speakersOf } from './preset'

/** 批评意见准备: one's own, for each colleague; pulled into the record when spoken. Nobody else is ever given it. */
export function PreparedPanel({ model, aspects }: { model: LiveModel; aspects: readonly string[] }) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const { meeting, state, you } = model
  const prepared = useQuery(preparedQuery(meeting))
  const [editing, setEditing] = useState<Prepared | 'new' | null>(null)
  const refresh = () => queryClient.invalidateQueries({ queryKey: preparedQuery(meeting).queryKey })
  const speak = useMutation({ mutationFn: (line: string) => liveApi.speak({ meeting, line }), onSuccess: refresh })
  const discard = useMutation({ mutationFn: (line: string) => liveApi.discard({ meeting, line }), onSuccess: refresh })
  const save = useMutation({
    mutationFn: ({ id, ...said }: { id: string } & Words) => liveApi.prepare({ meeting, line: id, ...said }),
    onSuccess: async () => {
      await refresh()
      setEditing(null)
    },
  })
  const lines = prepared.data ?? []
  const colleagues = speakersOf(state).filter((person) => person !== you.person)
  const isHeld = state.phase === 'running' || state.phase === 'paused'
  return (
    <div>
      <p className={classes.empty}>{t(lines.length === 0 ? 'recorder.prepared.empty' : 'recorder.prepared.about')}</p>
      {colleagues
        .filter((person) => lines.some(({ target }) => target === person))
        .map((person) => {
          const name = nameOf(model, person)
          return (
            <section key={person} className={classes.group} aria-label={name}>
              <h3>{name}</h3>
              <ul className={classes.cards}>
                {lines
                  .filter(({ target }) => target === person)
                  .map((line) => (
                    <li key={line.id} className={classes.card}>
                      <p>
                        {line.aspect !== '' && <span className={classes.aspect}>{line.aspect}</span>}
                        {line.text}
                      </p>
                      <div className={classes.formRow}>
                        {line.spokenAs === null ? (
                          <>
                            <button
                              type="button"
                              className={classes.link}
                              aria-label={t('recorder.prepared.edit', { name })}
                              onClick={() => setEditing(line)}
                            >
                              {t('recorder.prepared.editShort')}
                            </button>
                            <button
                              type="button"
                              className={classes.link}
                              aria-label={t('recorder.prepared.discard', { name })}
                              onClick={() => discard.mutate(line.id)}
                            >
                              {t('recorder.prepared.discardShort')}
                            </button>
                            <span className={classes.grow} />
                            <Button
                              size="compact-sm"
                              variant="default"
                              disabled={!isHeld || speak.isPending}
                              aria-label={t('recorder.prepared.speakOf', { name })}
                              onClick={() => speak.mutate(line.id)}
                            >
                              {t('recorder.prepared.speak')}
                            </Button>
                          </>
                        ) : (
                          <Chip tone="ok">{t('recorder.prepared.spoken')}</Chip>
                        )}
                      </div>
                    </li>
                  ))}
              </ul>
            </section>
          )
        })}
      <ErrorNote error={prepared.error ?? speak.error ?? discard.error ?? save.error} />
      <div className={classes.group}>
        {editing === null ? (
          <Button variant="default" size="compact-md" onClick={() => setEditing('new')}>
            {t('recorder.prepared.add')}
          </Button>
        ) : (
          <PreparedForm
            key={editing === 'new' ? 'new' : editing.id}
            line={editing === 'new' ? null : editing}
            colleagues={colleagues.map((person) => ({ person, name: nameOf(model, person) }))}
            aspects={aspects}
            busy={save.isPending}
            onSave={(words) => save.mutate({ id: editing === 'new' ? newLineId() : editing.id, ...words })}
            onCancel={() => setEditing(null)}
          />
        )}
      </div>
    </div>
  )
}

interface Words {
  target: PersonId
  aspect: string
  text: string
}

interface PreparedFormProps {
  line: Prepared | null
  colleagues: readonly { person: PersonId; name: string }[]
  aspects: readonly string[]
  busy: boolean
  onSave: (words: Words) => void
  onCancel: () => void
}

function PreparedForm({ line, colleagues, aspects, busy, onSave, onCancel }: PreparedFormProps) {
  const { t } = useTranslation()
  const [target, setTarget] = useState(line?.target ?? colleagues[0]?.person ?? null)
  const [aspect, setAspect] = useState(line?.aspect ?? '')
  const [text, setText] = useState(line?.text ?? '')
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (target !== null && text.trim() !== '') onSave({ target, aspect, text: text.trim() })
  }
  return (
    <form onSubmit={handleSubmit} className={form.stack}>
      <NativeSelect
        label={t('recorder.prepared.to')}
        value={target ?? ''}
        data={colleagues.map(({ person, name }) => ({ value: person, label: name }))}
        onChange={(event) => setTarget(colleagues.find(({ person }) => person === event.currentTarget.value)?.person ?? null)}
      />
      {aspects.length > 0 && (
        <NativeSelect
          label={t('recorder.aspect')}
          value={aspect}
          data={[{ value: '', label: t('recorder.aspectNone') }, ...aspects]}
          onChange={(event) => setAspect(event.currentTarget.value)}
        />
      )}
      <Textarea
        label={t('recorder.prepared.text')}
        value={text}
        maxLength={MAX_LINE_CHARS}
        rows={4}
        data-autofocus
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className={form.actions}>
        <Button variant="default" size="compact-md" onClick={onCancel}>
          {t('recorder.prepared.cancel')}
        </Button>
        <Button type="submit" size="compact-md" loading={busy}>
          {t('recorder.prepared.save')}
        </Button>
      </div>
    </form>
  )
}

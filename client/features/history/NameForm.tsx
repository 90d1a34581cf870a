import { Button, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MaterialId } from '../../../shared/ids'
import { api } from '../../lib/api'
import { versionsQuery } from '../../lib/query'
import { ErrorNote } from '../../ui/ErrorNote'
import classes from './History.module.css'

/** Keeps the text as it is now, under a name. */
export function NameForm({ material }: { material: MaterialId }) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const [label, setLabel] = useState('')
  const [note, setNote] = useState('')
  const keep = useMutation({
    mutationFn: () => api.versions.name({ material, label: label.trim(), note: note.trim() }),
    onSuccess: async () => {
      setLabel('')
      setNote('')
      await queryClient.invalidateQueries({ queryKey: versionsQuery(material).queryKey, exact: true })
    },
  })
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (label.trim() !== '') keep.mutate()
  }
  return (
    <form className={classes.form} onSubmit={handleSubmit}>
      <TextInput
        label={t('history.name.label')}
        placeholder={t('history.name.hint')}
        value={label}
        maxLength={100}
        onChange={(event) => setLabel(event.currentTarget.value)}
      />
      {label !== '' && (
        <Textarea
          label={t('history.name.note')}
          value={note}
          maxLength={1000}
          autosize
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      )}
      <ErrorNote error={keep.error} />
      <Button type="submit" variant="default" size="compact-md" loading={keep.isPending} disabled={label.trim() === ''}>
        {t('history.name.keep')}
      </Button>
    </form>
  )
}

import { Button, Textarea } from '@mantine/core'
import { type FormEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import form from '../../ui/Form.module.css'
import classes from './Import.module.css'
import { SourceError } from './SourceError'
import { isEmpty, type Source } from './source'

interface SourceFormProps {
  source: Source
  busy: boolean
  error: unknown
  onChange: (source: Source) => void
  onPreview: () => void
}

export function SourceForm({ source, busy, error, onChange, onPreview }: SourceFormProps) {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (!isEmpty(source) && !busy) onPreview()
  }
  return (
    <form className={form.stack} onSubmit={handleSubmit}>
      <p className={classes.warning}>{t('exchange.notSecret')}</p>
      <div className={classes.file}>
        <input
          ref={input}
          id="import-file"
          type="file"
          accept=".docx,.txt"
          hidden
          aria-label={t('exchange.file')}
          onChange={(event) => onChange({ ...source, file: event.currentTarget.files?.[0] ?? null })}
        />
        <Button variant="default" onClick={() => input.current?.click()} data-autofocus>
          {t('exchange.file')}
        </Button>
        <span aria-live="polite">{source.file?.name ?? t('exchange.noFile')}</span>
        <p className={classes.hint}>{t('exchange.fileHint')}</p>
      </div>
      {source.file === null && (
        <Textarea
          label={t('exchange.or')}
          value={source.text}
          onChange={(event) => onChange({ ...source, text: event.currentTarget.value })}
          rows={9}
        />
      )}
      <SourceError error={error} />
      <div className={form.actions}>
        {busy && <span role="status">{t('exchange.previewing')}</span>}
        <Button type="submit" disabled={isEmpty(source)} loading={busy}>
          {t('exchange.preview')}
        </Button>
      </div>
    </form>
  )
}

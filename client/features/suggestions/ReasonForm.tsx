import { Button, Textarea } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './SuggestionCard.module.css'

interface ReasonFormProps {
  label: string
  confirm: string
  busy: boolean
  onConfirm: (reason: string) => void
  onCancel: () => void
}

/** A reason, where there is one: Enter is enough without. */
export function ReasonForm({ label, confirm, busy, onConfirm, onCancel }: ReasonFormProps) {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  const handleKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault()
      onConfirm(reason)
    } else if (event.key === 'Escape') {
      event.stopPropagation()
      onCancel()
    }
  }
  return (
    <div className={classes.reason}>
      <Textarea
        size="xs"
        label={label}
        placeholder={t('suggestions.reasonHint')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        onKeyDown={handleKey}
        maxLength={500}
        minRows={1}
        maxRows={5}
        autosize
        autoFocus
      />
      <div className={classes.actions}>
        <Button size="compact-sm" loading={busy} onClick={() => onConfirm(reason)}>
          {confirm}
        </Button>
        <Button variant="subtle" color="gray" size="compact-sm" onClick={onCancel}>
          {t('suggestions.cancel')}
        </Button>
      </div>
    </div>
  )
}

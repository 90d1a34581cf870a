import { Button, Textarea } from '@mantine/core'
import { type ChangeEvent, type KeyboardEvent, type MouseEvent, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorNote } from '../../ui/ErrorNote'
import classes from './CommentForm.module.css'
import { mentionedIn, type Reader } from './mention'
import { useMention } from './useMention'
import type { Said } from './useThreadDeeds'

interface CommentFormProps {
  label: string
  confirm: string
  readers: readonly Reader[]
  initial?: string
  /** Takes the keyboard when it appears. */
  autoFocus?: boolean
  /** Once it resolves, the field is empty again. */
  onSubmit: (said: Said) => Promise<unknown>
  onCancel?: () => void
}

const MAX_COMMENT_CHARS = 2000

/** Says something: Enter sends, Shift+Enter begins a line, @ offers names. An Enter that ends a composition does neither. */
export function CommentForm({ label, confirm, readers, initial = '', autoFocus, onSubmit, onCancel }: CommentFormProps) {
  const { t } = useTranslation()
  const field = useRef<HTMLTextAreaElement>(null)
  const list = useId()
  const [text, setText] = useState(initial)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const mention = useMention(field, readers, setText)
  const isOpen = mention.offered.length > 0

  const handleSubmit = async () => {
    const said = text.trim()
    if (said === '' || busy) return
    setBusy(true)
    setError(null)
    try {
      await onSubmit({ text: said, mentions: mentionedIn(said, readers) })
      setText('')
    } catch (thrown) {
      setError(thrown)
    } finally {
      setBusy(false)
    }
  }
  const handleKey = (event: KeyboardEvent) => {
    // 229: a key the input method has taken; Safari says so only there.
    if (event.nativeEvent.isComposing || event.keyCode === 229 || mention.key(event)) return
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault()
      void handleSubmit()
    }
    if (event.key === 'Escape' && onCancel !== undefined) {
      event.stopPropagation()
      onCancel()
    }
  }
  const handleChange = ({ currentTarget }: ChangeEvent<HTMLTextAreaElement>) => {
    setText(currentTarget.value)
    mention.look()
  }

  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        void handleSubmit()
      }}
    >
      <Textarea
        ref={field}
        aria-label={label}
        placeholder={t('comments.placeholder')}
        size="xs"
        autosize
        minRows={2}
        maxRows={8}
        maxLength={MAX_COMMENT_CHARS}
        value={text}
        readOnly={busy}
        data-autofocus={autoFocus || undefined}
        // The field appears because somebody asked for it: the keyboard follows.
        autoFocus={autoFocus ?? false}
        role="combobox"
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-expanded={isOpen}
        aria-controls={isOpen ? list : undefined}
        aria-activedescendant={isOpen ? `${list}-${mention.current}` : undefined}
        onChange={handleChange}
        onSelect={mention.look}
        onCompositionStart={mention.composing}
        onCompositionEnd={mention.composing}
        onKeyDown={handleKey}
        onBlur={mention.close}
      />
      {isOpen && (
        <div id={list} role="listbox" aria-label={t('comments.mention')} className={classes.names}>
          {mention.offered.map((reader, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: by key the field chooses, where the keyboard stays
            <div
              key={reader.person}
              id={`${list}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === mention.current}
              onMouseDown={keepFocus}
              onClick={() => mention.choose(reader)}
            >
              {reader.name}
            </div>
          ))}
        </div>
      )}
      <ErrorNote error={error} />
      <div className={classes.buttons}>
        <Button type="submit" size="compact-sm" loading={busy} disabled={text.trim() === ''}>
          {confirm}
        </Button>
        {onCancel && (
          <Button variant="subtle" color="gray" size="compact-sm" onClick={onCancel}>
            {t('comments.cancel')}
          </Button>
        )}
      </div>
    </form>
  )
}

function keepFocus(event: MouseEvent): void {
  event.preventDefault()
}

import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { findState, replaceAll, replaceCurrent, setQuery, stepToMatch } from './find'
import classes from './FindBar.module.css'

export interface FindBarProps {
  editor: Editor
  editable: boolean
  mode: 'find' | 'replace'
  onModeChange: (mode: 'find' | 'replace') => void
  onClose: () => void
}

export function FindBar({ editor, editable, mode, onModeChange, onClose }: FindBarProps) {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState(() => selectedText(editor))
  const [matchCase, setMatchCase] = useState(false)
  const [replacement, setReplacement] = useState('')
  const [replaced, setReplaced] = useState<number | null>(null)
  const found = useEditorState({
    editor,
    selector: ({ editor: current }) => {
      const { matches, current: index } = findState(current.state)
      return { total: matches.length, index }
    },
  })

  useEffect(() => {
    input.current?.focus()
    input.current?.select()
    return () => {
      if (!editor.isDestroyed) setQuery(editor, { text: '', matchCase: false })
    }
  }, [editor])
  useEffect(() => setQuery(editor, { text, matchCase }), [editor, text, matchCase])

  const handleClose = () => {
    onClose()
    editor.view.focus()
  }
  const handleReplaceAll = () => {
    setReplaced(replaceAll(editor, replacement))
    // Nothing is left to replace and the button goes grey: the keyboard must not be left on it.
    input.current?.focus()
  }
  const handleKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') handleClose()
    else if (event.key === 'Enter' && event.target === input.current) stepToMatch(editor, event.shiftKey ? -1 : 1)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const isNone = text !== '' && found.total === 0
  const position =
    text === ''
      ? ''
      : isNone
        ? t('editor.findBar.none')
        : t('editor.findBar.position', { current: found.index + 1, total: found.total })

  return (
    <search className={classes.bar} aria-label={t('editor.findBar.label')} onKeyDown={handleKey}>
      <div className={classes.row}>
        <input
          ref={input}
          className={classes.input}
          type="text"
          value={text}
          aria-label={t('editor.findBar.query')}
          placeholder={t('editor.findBar.query')}
          onChange={(event) => {
            setText(event.target.value)
            setReplaced(null)
          }}
        />
        <output className={isNone ? classes.none : classes.position}>{position}</output>
        <button
          type="button"
          aria-label={t('editor.findBar.previous')}
          disabled={found.total === 0}
          onClick={() => stepToMatch(editor, -1)}
        >
          ↑
        </button>
        <button
          type="button"
          aria-label={t('editor.findBar.next')}
          disabled={found.total === 0}
          onClick={() => stepToMatch(editor, 1)}
        >
          ↓
        </button>
        <button
          type="button"
          aria-label={t('editor.findBar.matchCase')}
          title={t('editor.findBar.matchCase')}
          aria-pressed={matchCase}
          onClick={() => setMatchCase(!matchCase)}
        >
          Aa
        </button>
        {mode === 'find' && editable && (
          <button type="button" onClick={() => onModeChange('replace')}>
            {t('editor.findBar.showReplace')}
          </button>
        )}
        <button type="button" className={classes.close} aria-label={t('editor.findBar.close')} onClick={handleClose}>
          ✕
        </button>
      </div>
      {mode === 'replace' && editable && (
        <div className={classes.row}>
          <input
            className={classes.input}
            type="text"
            value={replacement}
            aria-label={t('editor.findBar.replacement')}
            placeholder={t('editor.findBar.replacement')}
            onChange={(event) => setReplacement(event.target.value)}
          />
          <button type="button" disabled={found.total === 0} onClick={() => replaceCurrent(editor, replacement)}>
            {t('editor.findBar.replace')}
          </button>
          <button type="button" disabled={found.total === 0} onClick={handleReplaceAll}>
            {t('editor.findBar.replaceAll')}
          </button>
          <output className={classes.position}>{replaced !== null && t('editor.findBar.replaced', { count: replaced })}</output>
        </div>
      )}
    </search>
  )
}

/** What is selected is what one is looking for, if it is short and on one line. */
function selectedText({ state }: Editor): string {
  const { $from, $to, from, to } = state.selection
  return $from.sameParent($to) && to - from <= 40 ? state.doc.textBetween(from, to) : ''
}

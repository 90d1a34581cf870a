/** The list of names that opens behind an @ in a field, by keyboard and by pointer, beside an input method. */
import { type CompositionEvent, type KeyboardEvent, type RefObject, useRef, useState } from 'react'
import { candidates, insertMention, type MentionQuery, mentionQuery, type Reader } from './mention'

export interface Mention {
  /** Offered now; none: no list. */
  offered: readonly Reader[]
  /** Index of the one Enter takes. */
  current: number
  /** The caret or the text has changed. */
  look: () => void
  choose: (reader: Reader) => void
  close: () => void
  /** @returns whether the key was the list's. */
  key: (event: KeyboardEvent) => boolean
  composing: (event: CompositionEvent) => void
}

export function useMention(
  field: RefObject<HTMLTextAreaElement | null>,
  readers: readonly Reader[],
  onText: (text: string) => void,
): Mention {
  const [query, setQuery] = useState<MentionQuery | null>(null)
  const [current, setCurrent] = useState(0)
  const isComposing = useRef(false)
  const offered = query === null ? [] : candidates(readers, query.query)

  const look = () => {
    const { current: element } = field
    // Letters on their way to a character are no name yet: what was offered before them stays.
    if (element === null || isComposing.current) return
    const next = mentionQuery(element.value, element.selectionStart)
    if (next?.at === query?.at && next?.query === query?.query) return
    setQuery(next)
    setCurrent(0)
  }
  const close = () => setQuery(null)
  const choose = (reader: Reader) => {
    const { current: element } = field
    if (element === null || query === null) return
    // What the input method holds is written down first; nothing may change under it.
    if (isComposing.current) element.blur()
    const { text, caret } = insertMention(element.value, element.selectionStart, query.at, reader.name)
    onText(text)
    close()
    // After the field has the new text.
    requestAnimationFrame(() => {
      element.focus()
      element.setSelectionRange(caret, caret)
    })
  }
  const key = (event: KeyboardEvent): boolean => {
    if (offered.length === 0) return false
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0) setCurrent((current + step + offered.length) % offered.length)
    else if (event.key === 'Escape') close()
    else if (event.key === 'Enter' || event.key === 'Tab') {
      const reader = offered[current]
      if (reader !== undefined) choose(reader)
    } else return false
    event.preventDefault()
    event.stopPropagation()
    return true
  }
  const composing = ({ type }: CompositionEvent) => {
    isComposing.current = type === 'compositionstart'
    if (type === 'compositionend') look()
  }
  return { offered, current: Math.min(current, Math.max(0, offered.length - 1)), look, choose, close, key, composing }
}

import { useEffect, useEffectEvent } from 'react'
import { type Mode, MODES } from './rights'

/** With Ctrl+Alt, wherever the focus is. */
export const LETTERS: Record<Mode, string> = { edit: 'E', suggest: 'S', read: 'R' }

export function useModeKeys(onChange: (mode: Mode) => void): void {
  const handleChange = useEffectEvent(onChange)
  useEffect(() => {
    const handleKey = (event: KeyboardEvent) => {
      if (!event.ctrlKey || !event.altKey || event.shiftKey || event.isComposing) return
      // The key's place: with Alt held some layouts write another letter.
      const mode = MODES.find((each) => event.code === `Key${LETTERS[each]}`)
      if (mode === undefined || document.querySelector('[aria-modal="true"]') !== null) return
      event.preventDefault()
      handleChange(mode)
    }
    document.addEventListener('keydown', handleKey, true)
    return () => document.removeEventListener('keydown', handleKey, true)
  }, [])
}

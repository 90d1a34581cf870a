import { type RefObject, useEffect, useState } from 'react'

/** Which change is looked at; Alt+↓ and Alt+↑ go to the next and the previous one. -1: none yet. */
export function useChanges(text: RefObject<HTMLElement | null>, count: number): { at: number; go: (by: 1 | -1) => void } {
  const [at, setAt] = useState(-1)
  const go = (by: 1 | -1) => {
    if (count === 0) return
    const next = at === -1 ? (by === 1 ? 0 : count - 1) : (at + by + count) % count
    setAt(next)
    text.current?.querySelectorAll('[data-change]')[next]?.scrollIntoView({ block: 'center' })
  }

  useEffect(() => {
    const handleKey = (event: KeyboardEvent) => {
      if (!event.altKey || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return
      event.preventDefault()
      go(event.key === 'ArrowDown' ? 1 : -1)
    }
    document.addEventListener('keydown', handleKey)
    return () => document.removeEventListener('keydown', handleKey)
  })

  return { at, go }
}

import { useEffect, useEffectEvent } from 'react'

/**
 * F8 and Shift+F8, or Alt with an arrow: from one suggestion to the next. In the text the editor hears them; this is for the
 * rest of the page. `isOn`: only the text in hand listens.
 */
export function useSuggestionKeys(isOn: boolean, onStep: (direction: 1 | -1) => void): void {
  const handleStep = useEffectEvent(onStep)
  useEffect(() => {
    if (!isOn) return
    const handleKey = (event: KeyboardEvent) => {
      const isElsewhere = event.defaultPrevented || event.isComposing || document.querySelector('[aria-modal="true"]') !== null
      const direction = isElsewhere ? null : directionOf(event)
      if (direction === null) return
      event.preventDefault()
      handleStep(direction)
    }
    document.addEventListener('keydown', handleKey)
    return () => document.removeEventListener('keydown', handleKey)
  }, [isOn])
}

type Keys = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey'>

function directionOf({ key, shiftKey, altKey, ctrlKey, metaKey }: Keys): 1 | -1 | null {
  if (ctrlKey || metaKey) return null
  if (key === 'F8' && !altKey) return shiftKey ? -1 : 1
  if (!altKey || shiftKey) return null
  if (key === 'ArrowDown') return 1
  return key === 'ArrowUp' ? -1 : null
}

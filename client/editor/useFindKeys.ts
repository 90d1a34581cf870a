import { type RefObject, useEffect, useEffectEvent } from 'react'

/**
 * Ctrl+F and Ctrl+H anywhere in this text's pane, also where the text is only read and no caret stands in it. With nothing
 * focused, the first text on the page answers.
 */
export function useFindKeys(toolbar: RefObject<HTMLElement | null>, onFind: (mode: 'find' | 'replace') => void): void {
  const handleFind = useEffectEvent(onFind)
  useEffect(() => {
    const handleKey = (event: KeyboardEvent) => {
      const key = event.key.toLowerCase()
      if (
        !(event.ctrlKey || event.metaKey) ||
        event.altKey ||
        event.shiftKey ||
        event.isComposing ||
        (key !== 'f' && key !== 'h')
      )
        return
      const { current } = toolbar
      const pane = current?.closest('section')
      const isHere = event.target instanceof Node && pane?.contains(event.target) === true
      const isFirst = event.target === document.body && document.querySelector('[data-editor-toolbar]') === current
      if (event.defaultPrevented || !(isHere || isFirst)) return
      event.preventDefault()
      handleFind(key === 'f' ? 'find' : 'replace')
    }
    document.addEventListener('keydown', handleKey)
    return () => document.removeEventListener('keydown', handleKey)
  }, [toolbar])
}

import { useEffect } from 'react'

const FOCUSABLE = 'a[href], button:not(:disabled), input, [contenteditable="true"], [tabindex="0"]'

/** F6 and Shift+F6 go from one region of the page to the next, as in an office program: bar, panel, tools, text. */
export function useRegionSkip(): void {
  useEffect(() => {
    const handleKey = (event: KeyboardEvent) => {
      if (event.key !== 'F6' || event.isComposing || document.querySelector('[aria-modal="true"]')) return
      event.preventDefault()
      const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')].filter(
        (region) => region.offsetParent !== null,
      )
      const here = regions.findIndex((region) => region.contains(document.activeElement))
      const next = regions[(here + (event.shiftKey ? -1 : 1) + regions.length) % regions.length]
      ;(next?.querySelector<HTMLElement>('[contenteditable="true"]') ?? next?.querySelector<HTMLElement>(FOCUSABLE))?.focus()
    }
    document.addEventListener('keydown', handleKey)
    return () => document.removeEventListener('keydown', handleKey)
  }, [])
}

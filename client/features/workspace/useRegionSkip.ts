import { useEffect } from 'react'

const FOCUSABLE = 'a[href], button:not(:disabled), input, [tabindex="0"]'

/** F6 and Shift+F6 go from one region of the page to the next, as in an office program: bar, panel, tools, text. */
export function useRegionSkip(): void {
  useEffect(() => {
    const handleKey = (event: KeyboardEvent) => {
      if (event.key !== 'F6' || event.isComposing || document.querySelector('[aria-modal="true"]')) return
      event.preventDefault()
      const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')].filter((region) => entryOf(region) !== null)
      const here = regions.findIndex((region) => region.contains(document.activeElement))
      const next = regions[(here + (event.shiftKey ? -1 : 1) + regions.length) % regions.length]
      if (next !== undefined) entryOf(next)?.focus()
    }
    document.addEventListener('keydown', handleKey)
    return () => document.removeEventListener('keydown', handleKey)
  }, [])
}

/** Where the focus goes in a region: into its text, to what is in hand there, else to the region itself, else to its first control; null: there is none. */
function entryOf(region: HTMLElement): HTMLElement | null {
  if (region.getClientRects().length === 0) return null
  const text = region.querySelector<HTMLElement>('[contenteditable="true"], [data-region-entry]')
  return text ?? (region.tabIndex === 0 ? region : region.querySelector<HTMLElement>(FOCUSABLE))
}

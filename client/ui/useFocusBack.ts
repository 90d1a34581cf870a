/**
 * Gives the focus back to where it was when something opened over the page. Mantine does so only for what was drawn closed before:
 * what is fetched when it is first opened never was.
 */
import { useLayoutEffect } from 'react'

/** Mantine's own turn is over by then. */
const AFTER_MS = 20

export function useFocusBack(opened: boolean): void {
  useLayoutEffect(() => {
    if (!opened) return
    const opener = openerOf(document.activeElement)
    return () => {
      const held = document.activeElement
      window.setTimeout(() => {
        const { activeElement } = document
        if (activeElement === null || activeElement === document.body || activeElement === held) {
          opener?.focus({ preventScroll: true })
        }
      }, AFTER_MS)
    }
  }, [opened])
}

/** An entry of a menu goes with it; the menu's button stays. */
function openerOf(element: Element | null): HTMLElement | null {
  const menu = element?.closest('[role=menu]')
  const opener = menu ? document.getElementById(menu.getAttribute('aria-labelledby') ?? '') : element
  return opener instanceof HTMLElement && opener !== document.body ? opener : null
}

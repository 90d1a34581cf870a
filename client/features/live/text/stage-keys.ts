/** Keys over the presented text. Clickers send PageUp and PageDown wherever the focus is; arrows only count in the text. */
export interface Pressed {
  key: string
  ctrlKey: boolean
  altKey: boolean
  metaKey: boolean
  isComposing: boolean
}

export type Where = 'text' | 'elsewhere' | 'dialog'

/** For the speaker: the next or the previous paragraph; null: no such key. */
export function paragraphStep(event: Pressed, where: Where): 1 | -1 | null {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || where === 'dialog') return null
  if (event.key === 'PageDown') return 1
  if (event.key === 'PageUp') return -1
  if (where !== 'text') return null
  if (event.key === 'ArrowDown' || event.key === 'ArrowRight') return 1
  return event.key === 'ArrowUp' || event.key === 'ArrowLeft' ? -1 : null
}

const SCROLLING = new Set(['PageUp', 'PageDown', 'Home', 'End', 'ArrowUp', 'ArrowDown', ' '])

/** For a follower: a key by which one moves through the text oneself. */
export function movesOneself(event: Pressed): boolean {
  return SCROLLING.has(event.key) && !event.ctrlKey && !event.altKey && !event.metaKey
}

export function whereIs(target: EventTarget | null): Where {
  if (!(target instanceof Element)) return 'elsewhere'
  if (target.closest('[role="dialog"], [role="menu"]')) return 'dialog'
  return target === document.body || target.closest('[data-stage]') ? 'text' : 'elsewhere'
}

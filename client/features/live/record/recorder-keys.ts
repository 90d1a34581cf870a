/** Keys in the recorder's line. */
interface Pressed {
  key: string
  code: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  shiftKey: boolean
  isComposing: boolean
  /** 229: the input method has this key, also where the browser says the composition is over. */
  keyCode: number
}

export type RecorderKey = { kind: 'submit' } | { kind: 'undo' } | { kind: 'speaker'; number: number }

/**
 * An Enter that confirms a composition is the input method's. A digit names the speaker where no text stands yet; with Alt always.
 */
export function recorderKey(event: Pressed, isEmpty: boolean): RecorderKey | null {
  if (event.isComposing || event.keyCode === 229) return null
  const withControl = event.ctrlKey || event.metaKey
  if (event.key === 'Enter') return event.shiftKey || event.altKey ? null : { kind: 'submit' }
  if (withControl && event.key.toLowerCase() === 'z' && !event.shiftKey) return isEmpty ? { kind: 'undo' } : null
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1]
  if (digit === undefined || withControl || event.shiftKey || (!isEmpty && !event.altKey)) return null
  return { kind: 'speaker', number: Number(digit) }
}

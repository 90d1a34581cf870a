import { describe, expect, it } from 'vitest'
import { recorderKey } from './recorder-keys'

function press(key: string, more: object = {}) {
  const code = /\d/.test(key) ? `Digit${key}` : key
  const held = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, isComposing: false, keyCode: 0 }
  return { key, code, ...held, ...more }
}

describe('keys in the recorder’s line', () => {
  it('writes down with Enter and Ctrl+Enter, never with the Enter of a composition', () => {
    expect(recorderKey(press('Enter'), false)).toEqual({ kind: 'submit' })
    expect(recorderKey(press('Enter', { ctrlKey: true }), false)).toEqual({ kind: 'submit' })
    expect(recorderKey(press('Enter', { isComposing: true, keyCode: 229 }), false)).toBeNull()
    expect(recorderKey(press('Enter', { keyCode: 229 }), false)).toBeNull()
    expect(recorderKey(press('Enter', { shiftKey: true }), false)).toBeNull()
  })

  it('takes a digit for a speaker before there is text, and with Alt always', () => {
    expect(recorderKey(press('3'), true)).toEqual({ kind: 'speaker', number: 3 })
    expect(recorderKey(press('3'), false)).toBeNull()
    expect(recorderKey(press('3', { altKey: true }), false)).toEqual({ kind: 'speaker', number: 3 })
    // Choosing a candidate of the input method.
    expect(recorderKey(press('3', { isComposing: true, keyCode: 229 }), true)).toBeNull()
    expect(recorderKey(press('0'), true)).toBeNull()
  })

  it('takes back the last line only where there is no text to take back', () => {
    expect(recorderKey(press('z', { ctrlKey: true }), true)).toEqual({ kind: 'undo' })
    expect(recorderKey(press('z', { ctrlKey: true }), false)).toBeNull()
  })
})

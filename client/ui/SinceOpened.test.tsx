// @vitest-environment happy-dom
import { act, useEffect, useRef } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { SinceOpened } from './SinceOpened'

let root: Root

beforeEach(() => {
  vi.useFakeTimers()
  Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', true)
  root = createRoot(document.body.appendChild(document.createElement('div')))
})

afterEach(() => {
  act(() => root.unmount())
  document.body.replaceChildren()
  vi.useRealTimers()
})

/** Takes the focus when it opens, and is gone when it closes. */
function Dialog({ opened }: { opened: boolean }) {
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (opened) field.current?.focus()
  }, [opened])
  return opened ? <input ref={field} /> : null
}

function show(opened: boolean): void {
  act(() =>
    root.render(
      <>
        <button type="button" id="opener">
          导出
        </button>
        <button type="button" id="other">
          别的
        </button>
        <div role="menu" aria-labelledby="opener">
          <button type="button" id="entry">
            导出
          </button>
        </div>
        <SinceOpened opened={opened}>
          <Dialog opened={opened} />
        </SinceOpened>
      </>,
    ),
  )
}

const focusOn = (id: string) => document.getElementById(id)?.focus()
const focused = () => document.activeElement?.id

test.each(['opener', 'entry'])('the focus goes back to where it was (%s), the first time and later', (from) => {
  show(false)
  for (const _ of ['first', 'later']) {
    focusOn(from)
    show(true)
    expect(document.activeElement?.tagName).toBe('INPUT')
    show(false)
    act(() => void vi.runAllTimers())
    expect(focused()).toBe('opener')
  }
})

test('it is left to whoever took it meanwhile', () => {
  show(false)
  focusOn('opener')
  show(true)
  show(false)
  focusOn('other')
  act(() => void vi.runAllTimers())
  expect(focused()).toBe('other')
})

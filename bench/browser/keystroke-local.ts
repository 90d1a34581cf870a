/** Somebody types, letter by letter, in the middle of a long text: what their own page does for a key. */
import type { Browser, Page } from '@playwright/test'
import type { Figures, Target } from '../load/target'
import { round } from '../statistics'
import { enter, openDocument } from './chromium'
import { costOfKeys, p50AndP95, traced } from './trace'

const WARM_UP_KEYS = 12
/** Slow enough that all a key leads to (acknowledgement, counts) is over before the next. */
const KEY_EVERY_MS = 220
const QUIET_AFTER_OPENING_MS = 1_500

export async function measureLocalKeys(
  browser: Browser,
  target: Target,
  { keys, characters }: { keys: number; characters: number },
): Promise<Figures> {
  const context = await enter(browser, target)
  const page = await openDocument(context, target, characters)
  await page.waitForTimeout(QUIET_AFTER_OPENING_MS)
  await putCaretInto(page, 0.5)
  await typeKeys(page, WARM_UP_KEYS)
  const [main] = await traced(browser, () => typeKeys(page, keys))
  await context.close()
  if (main === undefined) throw new Error('no main thread saw a key')
  const { untilDrawn, inAll, longest } = costOfKeys(main)
  return { ...p50AndP95('untilDrawn', untilDrawn), ...p50AndP95('inAll', inAll), longestTaskMs: round(longest) }
}

export async function typeKeys(page: Page, count: number, everyMs = KEY_EVERY_MS): Promise<void> {
  for (let i = 0; i < count; i++) {
    await page.keyboard.press(String.fromCharCode(97 + (i % 26)))
    await page.waitForTimeout(everyMs)
  }
}

/** A click into the first line of the paragraph that stands at `share` of the text. */
export async function putCaretInto(page: Page, share: number): Promise<void> {
  const place = (await page.evaluate(`(() => {
    const paragraphs = [...document.querySelectorAll('.ProseMirror > p')]
    const paragraph = paragraphs[Math.floor(paragraphs.length * ${share})]
    paragraph.scrollIntoView({ block: 'center', behavior: 'instant' })
    const { left, top } = paragraph.getBoundingClientRect()
    return { x: left + 90, y: top + 14 }
  })()`)) as { x: number; y: number }
  await page.mouse.click(place.x, place.y)
}

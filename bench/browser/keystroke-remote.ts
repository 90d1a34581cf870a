/**
 * Seven people type in one text: two in browsers, whose keys are followed to the other's screen, and five whose pages are
 * played. What arrives and what is drawn for it compete with one's own keys, as in a meeting.
 */
import { setTimeout as delay } from 'node:timers/promises'
import type { Browser, Page } from '@playwright/test'
import { type Crowd, gather } from '../load/crowd'
import type { Figures, Target } from '../load/target'
import { latencies, round } from '../statistics'
import { enter, openDocument } from './chromium'
import { putCaretInto, typeKeys } from './keystroke-local'
import { longestTask, traced } from './trace'

const PLAYED_WRITERS = 5
/** Keystrokes a second of each. */
const RATE = 5
const WARM_UP_KEYS = 6
const QUIET_AFTER_OPENING_MS = 1_500

export interface RemoteKeys {
  /** Of each of the two pages. */
  keys: number
  characters: number
  documentEdits: number
}

export async function measureRemoteKeys(browser: Browser, target: Target, options: RemoteKeys): Promise<Figures> {
  const { keys, characters, documentEdits } = options
  const pages: Page[] = []
  for (let i = 0; i < 2; i++) pages.push(await openDocument(await enter(browser, target), target, characters))
  const [one, other] = pages as [Page, Page]
  const keystrokes = Math.ceil((keys + WARM_UP_KEYS) * 1.5) + RATE * 20
  const crowd = await gather({ target, rooms: 1, clients: PLAYED_WRITERS, writers: PLAYED_WRITERS, keystrokes, documentEdits })
  await one.waitForTimeout(QUIET_AFTER_OPENING_MS)
  // In paragraphs of their own, both on the other's screen or not, as it happens in a long text.
  await putCaretInto(one, 0.5)
  await putCaretInto(other, 0.52)
  const playing = play(crowd)
  const type = (count: number) => Promise.all(pages.map((page) => typeKeys(page, count, 1000 / RATE)))
  await type(WARM_UP_KEYS)
  await watch(one, 0.52)
  await watch(other, 0.5)
  const mains = await traced(browser, async () => {
    await type(keys)
    await one.waitForTimeout(500)
  })
  playing.stop()
  const arrived = [...(await travelTimes(one, other)), ...(await travelTimes(other, one))]
  const missing = 2 * keys - arrived.length
  crowd.end()
  for (const page of pages) await page.context().close()
  return {
    ...latencies('otherScreen', arrived),
    longestTaskMs: round(Math.max(...mains.map(({ tasks }) => longestTask(tasks)))),
    tasksOver50Ms: mains.flatMap(({ tasks }) => tasks).filter(({ dur }) => dur > 50_000).length,
    missing,
  }
}

/** The played writers, evenly spread over time, until it is stopped. */
function play(crowd: Crowd): { stop(): void } {
  const [room] = crowd.rooms
  let turn = 0
  const timer = setInterval(
    () => {
      const writer = turn++ % PLAYED_WRITERS
      const update = room?.deliveries.send(writer, performance.now())
      if (update) room?.clients[writer]?.write(update)
    },
    1000 / (RATE * PLAYED_WRITERS),
  )
  return { stop: () => clearInterval(timer) }
}

/**
 * Notes when each own key went down, and when each letter of the other one (in the paragraph at `share`) was on the screen: the
 * task after the frame that draws it. That is the frame under way if the letter came in one of its callbacks (a page that applies
 * what arrives once a frame), and the next one otherwise. Only the pages type Latin letters.
 */
async function watch(page: Page, share: number): Promise<void> {
  await page.evaluate(`(() => {
    const paragraphs = [...document.querySelectorAll('.ProseMirror > p')]
    const index = Math.floor(paragraphs.length * ${share})
    const lettersIn = () => document.querySelectorAll('.ProseMirror > p')[index].textContent.replace(/[^a-z]/g, '').length
    const now = () => performance.timeOrigin + performance.now()
    const nextFrame = window.requestAnimationFrame.bind(window)
    let inFrame = false
    window.requestAnimationFrame = (run) => nextFrame((at) => {
      inFrame = true
      // The observer below is told in the same turn, before this.
      try { run(at) } finally { queueMicrotask(() => { inFrame = false }) }
    })
    const bench = (window.bench = { pressed: [], seen: [], before: lettersIn() })
    addEventListener('keydown', (event) => bench.pressed.push(performance.timeOrigin + event.timeStamp), true)
    const look = () => {
      const letters = lettersIn() - bench.before
      if (letters <= bench.seen.length) return
      const drawn = { at: 0 }
      while (bench.seen.length < letters) bench.seen.push(drawn)
      const afterThisFrame = () => { const channel = new MessageChannel(); channel.port1.onmessage = () => { drawn.at = now() }; channel.port2.postMessage(null) }
      if (inFrame) afterThisFrame()
      else nextFrame(afterThisFrame)
    }
    new MutationObserver(look).observe(document.querySelector('.ProseMirror'), { subtree: true, childList: true, characterData: true })
  })()`)
}

async function travelTimes(from: Page, to: Page): Promise<number[]> {
  const pressed = (await from.evaluate('window.bench.pressed')) as number[]
  const seen = (await to.evaluate('window.bench.seen.map(({ at }) => at)')) as number[]
  await delay(0)
  return seen.slice(0, pressed.length).map((at, index) => at - (pressed[index] as number))
}

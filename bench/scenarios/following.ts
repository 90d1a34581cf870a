/** How long until followers have before their eyes what the speaker reads: from the speaker's key to the lit paragraph in each window. */
import type { Page } from '@playwright/test'
import type { Figures } from '../load/target'
import { MeetingRoom } from '../room/meeting'
import { latencies, median, round } from '../statistics'
import { aim, OURS, type Scenario } from './scenario'

const FOLLOWERS = 12
const MOVES_A_SECOND = 2
/** As many parts as the sample's text has, and a few less: there and back. */
const MOVES_ONE_WAY = 15
const GIVE_UP_MS = 10_000

interface Shown {
  block: number
  at: number
}

declare global {
  interface Window {
    /** When the speaker pressed a key, and when a paragraph was lit and in the window; ms of the machine's clock. */
    benchPressed: number
    benchShown: Shown[]
  }
}

export const following: Scenario = {
  name: 'following',
  about: `${FOLLOWERS} followers in windows of three sizes, in a real browser: the speaker's key until the paragraph is lit and in sight`,
  async run({ rounds, seconds, dist }) {
    const all: number[] = []
    const slowest: number[] = []
    for (let turn = 0; turn < rounds; turn += 1) {
      const room = await MeetingRoom.open(dist)
      try {
        const speaker = await room.begin()
        await room.follow(FOLLOWERS)
        await speaker.evaluate(notePresses)
        for (const page of room.followers) await page.evaluate(noteShown)
        for (let move = 0; move < seconds * MOVES_A_SECOND; move += 1) {
          const isBack = Math.floor(move / MOVES_ONE_WAY) % 2 === 1
          const delays = await measureMove(speaker, room.followers, isBack ? 'PageUp' : 'PageDown')
          all.push(...delays)
          slowest.push(Math.max(...delays))
        }
      } finally {
        await room.close()
      }
    }
    const figures: Figures = {
      ...latencies('follower', all),
      slowestOfTwelveP50Ms: round(median(slowest)),
      moves: slowest.length,
    }
    return {
      figures: { [OURS]: figures },
      ratios: {},
      aims: [aim('following, 12 followers in 3 window sizes, median ms', figures.followerP50Ms, { atMost: 300 })],
      notes: ['The browser with its 13 pages has the whole machine beside the server; every follower is a page that paints.'],
    }
  },
}

/** @returns each follower's delay in ms. */
async function measureMove(speaker: Page, followers: readonly Page[], key: string): Promise<number[]> {
  for (const page of followers) await page.evaluate(() => void window.benchShown.splice(0))
  await speaker.keyboard.press(key)
  const [pressed, block] = await speaker.evaluate(
    () => [window.benchPressed, Number(document.querySelector<HTMLElement>('[data-lit]')?.dataset.block)] as const,
  )
  return Promise.all(
    followers.map(async (page) => {
      const shown = await page.waitForFunction((wanted) => window.benchShown.find((one) => one.block === wanted)?.at, block, {
        timeout: GIVE_UP_MS,
        polling: 20,
      })
      return ((await shown.jsonValue()) ?? Number.NaN) - pressed
    }),
  )
}

function notePresses(): void {
  window.addEventListener(
    'keydown',
    () => {
      window.benchPressed = performance.timeOrigin + performance.now()
    },
    true,
  )
}

/** Runs in a follower's page: looks at every frame while the lit paragraph has not come into sight. */
function noteShown(): void {
  window.benchShown = []
  const scroller = document.querySelector('[data-stage] [role="region"]')
  if (scroller === null) throw new Error('no text to follow')
  const look = (first: HTMLElement) => {
    if (!first.isConnected || first.dataset.lit === undefined) return
    const { top, bottom } = scroller.getBoundingClientRect()
    const place = first.getBoundingClientRect()
    if (place.top >= top && place.top < bottom)
      window.benchShown.push({ block: Number(first.dataset.block), at: performance.timeOrigin + performance.now() })
    else requestAnimationFrame(() => look(first))
  }
  const observer = new MutationObserver(() => {
    const first = document.querySelector<HTMLElement>('[data-lit]')
    if (first !== null) requestAnimationFrame(() => look(first))
  })
  observer.observe(scroller, { subtree: true, attributes: true, attributeFilter: ['data-lit'] })
}

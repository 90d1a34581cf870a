/** Pages as people have them, in the system's Chromium, for what only a browser can tell. */
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test'
import { findChromium } from '../../scripts/lib/find-chromium.mjs'
import type { Target } from '../load/target'

const WINDOW = { width: 1440, height: 900 }
const OPEN_LIMIT_MS = 90_000

/** Runs `use` with a browser of its own, which is ended for certain. It may use both cores, as on a person's machine. */
export async function withBrowser<Result>(use: (browser: Browser) => Promise<Result>): Promise<Result> {
  const args = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking', '--no-first-run']
  const executablePath = findChromium()
  const browser = await chromium.launch({ args, ...(executablePath === undefined ? {} : { executablePath }) })
  try {
    return await use(browser)
  } finally {
    await browser.close()
  }
}

/** Somebody's browser, signed in: a context of its own is a process of its own. */
export async function enter(browser: Browser, { port, cookie }: Target): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: WINDOW, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', bypassCSP: true })
  const url = `http://127.0.0.1:${port}`
  const cookies = (cookie ?? '').split('; ').filter((pair) => pair !== '')
  await context.addCookies(
    cookies.map((pair) => {
      const at = pair.indexOf('=')
      return { url, name: pair.slice(0, at), value: pair.slice(at + 1) }
    }),
  )
  return context
}

/** Opens the first document and waits until it can be typed into. @returns the page, its text being whole */
export async function openDocument(context: BrowserContext, target: Target, characters: number): Promise<Page> {
  const page = await context.newPage()
  await page.goto(addressOf(target))
  const whole = `(document.querySelector('.ProseMirror[contenteditable=true]')?.textContent.length ?? 0) >= ${characters}`
  await page.waitForFunction(whole, undefined, { timeout: OPEN_LIMIT_MS })
  return page
}

export function addressOf({ port, page }: Target): string {
  if (page === null) throw new Error('this server has no page')
  return `http://127.0.0.1:${port}${page}`
}

/** The first visit of a browser that has nothing: how much it loads, and how long until the text can be typed into. */
import { gzipSync } from 'node:zlib'
import type { Browser } from '@playwright/test'
import type { Figures, Target } from '../load/target'
import { round } from '../statistics'
import { addressOf, enter } from './chromium'

const OPEN_LIMIT_MS = 60_000
const KILOBYTE = 1024

export async function measureFirstLoad(browser: Browser, target: Target): Promise<Figures> {
  const context = await enter(browser, target)
  const page = await context.newPage()
  const began = performance.now()
  await page.goto(addressOf(target), { waitUntil: 'commit' })
  await page.waitForSelector('.ProseMirror[contenteditable=true]', { timeout: OPEN_LIMIT_MS })
  // And takes a letter.
  await page.locator('.ProseMirror').click()
  await page.keyboard.press('a')
  await page.waitForFunction(`document.querySelector('.ProseMirror').textContent.includes('a')`)
  const editableMs = performance.now() - began
  const names = (await page.evaluate(`performance.getEntriesByType('resource').map(({ name }) => name)`)) as string[]
  await context.close()
  const scripts = names.filter((name) => name.endsWith('.js'))
  const styles = names.filter((name) => name.endsWith('.css'))
  return { editableMs: round(editableMs), scriptsKb: await gzippedKb(scripts), stylesKb: await gzippedKb(styles) }
}

/** Gzipped by ourselves, so that a server that compresses better or not at all is compared by what it has to send. */
async function gzippedKb(addresses: readonly string[]): Promise<number> {
  const files = await Promise.all(addresses.map(async (address) => Buffer.from(await (await fetch(address)).arrayBuffer())))
  return round(files.reduce((sum, bytes) => sum + gzipSync(bytes, { level: 9 }).length, 0) / KILOBYTE)
}

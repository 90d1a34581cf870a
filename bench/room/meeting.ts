/** A meeting under way on our server, and pages of it in a real browser: the speaker's, and followers' in windows of three sizes. */
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Browser, chromium, type Page } from '@playwright/test'
import { findChromium } from '../../scripts/lib/find-chromium.mjs'
import { ServerProcess } from '../servers/process'

const SIZES = [
  { width: 1440, height: 900 },
  { width: 1920, height: 1080 },
  { width: 1280, height: 720 },
]

interface Person {
  username: string
  password: string
  roles: string[]
}

interface Sample {
  meeting: string
  people: Person[]
  materials: { id: string; kind: string }[]
}

export class MeetingRoom {
  readonly #folder: string
  readonly #server: ServerProcess
  readonly #browser: Browser
  readonly #sample: Sample
  readonly followers: Page[] = []

  private constructor(folder: string, server: ServerProcess, browser: Browser, sample: Sample) {
    this.#folder = folder
    this.#server = server
    this.#browser = browser
    this.#sample = sample
  }

  /** @param dist folder of the build under test */
  static async open(dist: string): Promise<MeetingRoom> {
    const folder = mkdtempSync(join(tmpdir(), 'bench-meeting-'))
    const env = { DATA_DIR: folder, HOST: '127.0.0.1', SIGN_IN_PER_MINUTE: '10000', LOG_LEVEL: 'warn' }
    const cli = [join(dist, 'server/cli.js'), 'sample', '--json']
    const { stdout } = await promisify(execFile)(process.execPath, cli, { env: { ...process.env, ...env } })
    const server = await ServerProcess.start([join(dist, 'server/main.js')], env)
    const args = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking']
    const browser = await chromium.launch({ executablePath: findChromium(), args })
    return new MeetingRoom(folder, server, browser, JSON.parse(stdout) as Sample)
  }

  /** The principal's page, with the text of all before the meeting and the word theirs. */
  async begin(): Promise<Page> {
    const speaker = await this.#enter(
      this.#person(({ roles }) => roles.includes('principal')),
      0,
    )
    const collective = this.#sample.materials.find(({ kind }) => kind === 'collective')?.id ?? ''
    const approved = await speaker.request.post(`${this.#server.url}/api/materials/${collective}/transitions`, {
      headers: { origin: this.#server.url },
      data: { transition: 'approve' },
    })
    if (!approved.ok()) throw new Error(`the text cannot be approved: ${approved.status()}`)
    for (const name of ['开始签到', '开始会议', '下一项 →']) await speaker.getByRole('button', { name }).click()
    await speaker.locator('[data-lit]').first().waitFor()
    return speaker
  }

  /** Everybody but the speaker, some with more than one page. */
  async follow(count: number): Promise<void> {
    const others = this.#sample.people.filter(({ roles }) => !roles.includes('principal'))
    for (let index = 0; index < count; index += 1) {
      const page = await this.#enter(others[index % others.length] as Person, index)
      await page.locator('[data-lit]').first().waitFor()
      this.followers.push(page)
    }
  }

  async close(): Promise<void> {
    await this.#browser.close()
    await this.#server.end()
    rmSync(this.#folder, { recursive: true, force: true })
  }

  #person(is: (person: Person) => boolean): Person {
    const person = this.#sample.people.find(is)
    if (person === undefined) throw new Error('the sample has nobody like that')
    return person
  }

  async #enter({ username, password }: Person, index: number): Promise<Page> {
    const { url } = this.#server
    const context = await this.#browser.newContext({ viewport: SIZES[index % SIZES.length] ?? null, locale: 'zh-CN' })
    const signedIn = await context.request.post(`${url}/api/session`, { headers: { origin: url }, data: { username, password } })
    if (!signedIn.ok()) throw new Error(`${username} cannot sign in: ${signedIn.status()}`)
    // The loader of this program names inner functions with a helper that a page does not have.
    await context.addInitScript('globalThis.__name = (named) => named')
    const page = await context.newPage()
    await page.goto(`${url}/m/${this.#sample.meeting}/live`)
    return page
  }
}

/** The real server, composed as in production, in this process, on a free port and a folder of its own. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { type RunningServer, startServer } from '../compose'
import { parseConfig } from '../config'
import { Browser } from './browser'
import { TravelClock } from './travel-clock'

export const PASSWORD = 'Shui-Di-2023'

export interface Invitation {
  person: string
  name: string
  username: string
  url: string
}

export interface Meeting {
  id: string
  members: { person: string; name: string; roles: string[] }[]
  materials: Material[]
}

export interface Material {
  id: string
  kind: string
  owner: string | null
  ability: string
  state: string
  title: string
  reason: string | null
  openedTo: string[]
  transitions: string[]
  progress: { written: number; total: number; chars: number | null } | null
}

export class Harness {
  readonly clock = new TravelClock()
  readonly dataDir = mkdtempSync(join(tmpdir(), 'duizhao-test-'))
  /** Lines of the log, as written. */
  readonly logLines: string[] = []
  #server: RunningServer | null = null
  readonly #environment: Record<string, string>

  private constructor(environment: Record<string, string>) {
    this.#environment = environment
  }

  static async start(environment: Record<string, string> = {}): Promise<Harness> {
    const harness = new Harness(environment)
    await harness.boot()
    return harness
  }

  async boot(): Promise<void> {
    this.#server = await this.bootAgain()
  }

  /** A second server on the same folder. */
  bootAgain(): Promise<RunningServer> {
    const config = parseConfig({ PORT: '0', HOST: '127.0.0.1', DATA_DIR: this.dataDir, ...this.#environment })
    const log = pino({ level: 'info' }, { write: (line: string) => void this.logLines.push(line) })
    return startServer({ config, clock: this.clock, log, clientDir: join(this.dataDir, 'no-client') })
  }

  get url(): string {
    return this.#running.url
  }

  get port(): number {
    return this.#running.port
  }

  get #running(): RunningServer {
    if (this.#server === null) throw new Error('The server is stopped')
    return this.#server
  }

  browser(): Browser {
    return new Browser(this.url)
  }

  async stop(): Promise<void> {
    await this.#server?.stop()
    this.#server = null
  }

  async remove(): Promise<void> {
    await this.stop()
    rmSync(this.dataDir, { recursive: true, force: true })
  }

  /** Sets up a team; `office` runs it and is no member unless `members` names 方晓. */
  async setUp(members: string): Promise<{ office: Browser; meeting: string; invitations: Invitation[] }> {
    const office = this.browser()
    const meeting = { title: '民主生活会', year: 2023, day: '2024-01-10', templateId: 'y2023', members }
    const { body } = await office.ok<{ meeting: string; invitations: Invitation[] }>('POST', '/setup', {
      name: '方晓',
      post: '办公室主任',
      password: PASSWORD,
      team: '某局党组',
      meeting,
    })
    return { office, ...body }
  }

  /** Takes the invitation of `name`. */
  async join(invitations: readonly Invitation[], name: string): Promise<Browser> {
    const invitation = invitations.find((one) => one.name === name)
    if (invitation === undefined) throw new Error(`No invitation for ${name}`)
    const browser = this.browser()
    await browser.ok('POST', `/invitations/${tokenOf(invitation)}`, { password: PASSWORD })
    return browser
  }
}

export function tokenOf({ url }: { url: string }): string {
  return url.slice(url.lastIndexOf('/') + 1)
}

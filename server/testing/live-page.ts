/** A person's page and a projector's on a meeting, as far as the server can tell; every byte that came is kept. */
import { WebSocket } from 'ws'
import type { Command, Refusal } from '../../shared/live/commands'
import type { MeetingState } from '../../shared/live/meeting-state'
import { type ClientMessage, LIVE_VERSION, type ServerMessage } from '../../shared/live/messages'
import type { ProjectorMessage } from '../../shared/live/projector'
import type { LineInput, RecordState } from '../../shared/live/record'
import type { Browser } from './browser'

type Answer = 'done' | Refusal

class Wire<Message> {
  readonly received: Message[] = []
  readonly socket: WebSocket
  bytes = ''
  closedWith: number | null = null
  readonly #waiting = new Set<() => void>()

  constructor(socket: WebSocket) {
    this.socket = socket
    socket.on('message', (data: Buffer) => {
      const text = data.toString('utf8')
      this.bytes += `${text}\n`
      const message = JSON.parse(text) as Message
      this.received.push(message)
      this.take(message)
      for (const look of this.#waiting) look()
    })
    socket.on('close', (code) => {
      this.closedWith = code
      for (const look of this.#waiting) look()
    })
    socket.on('error', () => undefined)
  }

  /** Before anybody who waits looks again. */
  protected take(_message: Message): void {}

  /** Resolves with what `find` gives, as soon as it gives something. */
  until<Found>(find: () => Found | undefined | null | false): Promise<Found> {
    return new Promise((resolve, reject) => {
      const look = () => {
        const found = find()
        if (found) {
          this.#waiting.delete(look)
          resolve(found)
        } else if (this.closedWith !== null) reject(new Error(`closed with ${this.closedWith}`))
      }
      this.#waiting.add(look)
      look()
    })
  }

  closed(): Promise<number> {
    if (this.closedWith !== null) return Promise.resolve(this.closedWith)
    return new Promise((resolve) => this.socket.once('close', resolve))
  }
}

function open(browser: Browser, path: string, cookie: string): WebSocket {
  return new WebSocket(`${browser.origin.replace('http', 'ws')}${path}`, { origin: browser.origin, headers: { cookie } })
}

export class LivePage extends Wire<ServerMessage> {
  state: MeetingState | null = null
  record: RecordState = { lines: [], replies: [] }
  #requests = 0

  private constructor(browser: Browser, meeting: string, version: string) {
    super(open(browser, `/live/${meeting}?duizhao=${version}`, browser.cookie))
  }

  /** Resolves once it is welcome; see `knock` for pages that are not. */
  static async join(browser: Browser, meeting: string): Promise<LivePage> {
    const page = LivePage.knock(browser, meeting)
    await page.until(() => page.state)
    return page
  }

  static knock(browser: Browser, meeting: string, version = String(LIVE_VERSION)): LivePage {
    return new LivePage(browser, meeting, version)
  }

  of<Type extends ServerMessage['type']>(type: Type): Extract<ServerMessage, { type: Type }>[] {
    return this.received.filter((message): message is Extract<ServerMessage, { type: Type }> => message.type === type)
  }

  say(message: ClientMessage): void {
    this.socket.send(JSON.stringify(message))
  }

  command(command: Command, revision = this.state?.revision ?? 0): Promise<Answer> {
    return this.#ask((request) => ({ type: 'command', request, revision, command }))
  }

  line(line: LineInput): Promise<Answer> {
    return this.#ask((request) => ({ type: 'line', request, line }))
  }

  reply(person: string, given: boolean): Promise<Answer> {
    return this.#ask((request) => ({ type: 'reply', request, person: person as never, given }))
  }

  async #ask(message: (request: string) => ClientMessage): Promise<Answer> {
    this.#requests += 1
    const request = `r${this.#requests}`
    this.say(message(request))
    const answer = await this.until(() => [...this.of('done'), ...this.of('refused')].find((one) => one.request === request))
    return answer.type === 'done' ? 'done' : answer.why
  }

  protected override take(message: ServerMessage): void {
    if (message.type === 'welcome' || message.type === 'state') this.state = message.state
    if (message.type === 'welcome' || message.type === 'record') this.record = message.record
    if (message.type === 'replies') this.record = { ...this.record, replies: message.replies }
    if (message.type !== 'lines') return
    const others = this.record.lines.filter((line) => !message.lines.some(({ id }) => id === line.id))
    this.record = { ...this.record, lines: [...others, ...message.lines] }
  }
}

export class ProjectorPage extends Wire<ProjectorMessage> {
  constructor(browser: Browser) {
    super(open(browser, '/live/projector', ''))
  }

  static async show(browser: Browser, code: string): Promise<ProjectorPage> {
    const page = new ProjectorPage(browser)
    page.socket.on('open', () => page.code(code))
    await page.until(() => page.received.length >= 3)
    return page
  }

  code(code: string): void {
    this.socket.send(JSON.stringify({ type: 'code', code }))
  }

  last<Type extends ProjectorMessage['type']>(type: Type): Extract<ProjectorMessage, { type: Type }> | undefined {
    return this.received.findLast((message): message is Extract<ProjectorMessage, { type: Type }> => message.type === type)
  }
}

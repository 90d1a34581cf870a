/** A server process on a core of its own: started on a free port of this machine alone, ended for certain. */
import { type ChildProcess, spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { createServer } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'

const START_LIMIT_MS = 60_000
const END_LIMIT_MS = 20_000
const POLL_MS = 30

/** The server has the first core and the load generator the second; with one core, or without `taskset`, they share. */
const CORES = { server: '0', load: '1' } as const

export function pinned(to: keyof typeof CORES, command: readonly string[]): [string, string[]] {
  const line = process.platform === 'linux' && availableParallelism() > 1 ? ['taskset', '-c', CORES[to], ...command] : command
  const [program = '', ...args] = line
  return [program, args]
}

export class ServerProcess {
  readonly port: number
  readonly #child: ChildProcess
  #said = ''

  private constructor(child: ChildProcess, port: number) {
    this.#child = child
    this.port = port
    const keep = (chunk: Buffer) => {
      this.#said = (this.#said + chunk.toString()).slice(-4_000)
    }
    child.stdout?.on('data', keep)
    child.stderr?.on('data', keep)
  }

  get pid(): number {
    return this.#child.pid ?? 0
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`
  }

  /** Runs `node …args` with PORT set and waits until it answers. */
  static async start(args: readonly string[], env: Record<string, string>): Promise<ServerProcess> {
    const port = await freePort()
    const [program, line] = pinned('server', [process.execPath, ...args])
    const child = spawn(program, line, { env: { ...process.env, ...env, PORT: String(port) }, stdio: ['ignore', 'pipe', 'pipe'] })
    const server = new ServerProcess(child, port)
    const limit = performance.now() + START_LIMIT_MS
    while (!(await server.#answers())) {
      if (child.exitCode !== null || performance.now() > limit) {
        child.kill('SIGKILL')
        throw new Error(`${args.join(' ')} did not start:\n${server.#said}`)
      }
      await delay(POLL_MS)
    }
    return server
  }

  async end(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return
    const gone = new Promise((resolve) => this.#child.once('exit', resolve))
    this.#child.kill('SIGTERM')
    const timer = setTimeout(() => this.#child.kill('SIGKILL'), END_LIMIT_MS)
    await gone
    clearTimeout(timer)
  }

  async #answers(): Promise<boolean> {
    try {
      await fetch(this.url)
      return true
    } catch {
      return false
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      server.close(() => resolve(port))
    })
  })
}

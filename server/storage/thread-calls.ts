/** Calls into a worker thread as promises. Messages are `{ id, … }` down and `{ id, value } | { id, error }` up. */
import type { Worker } from 'node:worker_threads'

interface Waiting {
  resolve(value: never): void
  reject(error: Error): void
}

export interface Reply {
  id: number
  value?: unknown
  error?: string
}

export class ThreadCalls<Request extends object> {
  readonly #worker: Worker
  readonly #waiting = new Map<number, Waiting>()
  #nextId = 1
  #broken: Error | null = null

  constructor(worker: Worker) {
    this.#worker = worker
    worker.on('message', (reply: Reply) => this.#settle(reply))
    worker.on('error', (error) => this.#break(error))
    worker.on('exit', (code) => this.#break(new Error(`storage thread ended with code ${code}`)))
  }

  /** The caller names the type of the answer; the thread's `handle` is its other half. */
  call<Value>(request: Request): Promise<Value> {
    if (this.#broken) return Promise.reject(this.#broken)
    const id = this.#nextId++
    return new Promise<Value>((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject })
      this.#worker.postMessage({ id, ...request })
    })
  }

  async end(): Promise<void> {
    await this.#worker.terminate()
  }

  #settle(reply: Reply): void {
    const waiting = this.#waiting.get(reply.id)
    this.#waiting.delete(reply.id)
    if (reply.error === undefined) waiting?.resolve(reply.value as never)
    else waiting?.reject(new Error(reply.error))
  }

  #break(error: Error): void {
    this.#broken ??= error
    for (const waiting of this.#waiting.values()) waiting.reject(this.#broken)
    this.#waiting.clear()
  }
}

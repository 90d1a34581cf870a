import { parentPort } from 'node:worker_threads'
import { invariant } from '../../shared/result'

/** The thread's half of `ThreadCalls`: answers each request with what `handle` returns or the message of what it throws. */
export function serveCalls<Request extends { id: number }>(handle: (request: Request) => unknown): void {
  const port = parentPort
  invariant(port, 'serveCalls runs in a worker thread')
  port.on('message', (request: Request) => {
    try {
      port.postMessage({ id: request.id, value: handle(request) })
    } catch (error) {
      port.postMessage({ id: request.id, error: error instanceof Error ? error.message : String(error) })
    }
  })
}

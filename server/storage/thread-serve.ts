import { parentPort } from 'node:worker_threads'
import { invariant } from '../../shared/result'

/** The thread's half of `ThreadCalls`: answers each request with what `handle` returns or the message of what it throws. */
export function serveCalls<Request extends { id: number }>(handle: (request: Request) => unknown): void {
  const port = parentPort
  invariant(port, 'serveCalls runs in a worker thread')
  port.on('message', (request: Request) => {
    try {
      const value = handle(request)
      port.postMessage({ id: request.id, value }, buffersIn(value))
    } catch (error) {
      port.postMessage({ id: request.id, error: error instanceof Error ? error.message : String(error) })
    }
  })
}

/** Whole documents are handed over and not copied: nothing here needs an answer any more. Where bytes are a part of something, they are. */
function buffersIn(value: unknown): ArrayBuffer[] {
  const parts: unknown[] = Array.isArray(value) ? value : [value]
  const bytes = parts.filter((part) => part instanceof Uint8Array)
  const whole = bytes.filter(({ buffer, byteLength }) => byteLength === buffer.byteLength).map(({ buffer }) => buffer)
  return [...new Set(whole)].filter((buffer) => buffer instanceof ArrayBuffer)
}

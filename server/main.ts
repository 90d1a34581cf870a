/** The process: configuration, server, signals. */
import { fileURLToPath } from 'node:url'
import { StartError, startServer } from './compose'
import { ConfigError, parseConfig } from './config'
import { systemClock } from './platform/clock'
import { createLog } from './platform/log'

/** Bundled, this file lies in `dist/server`; from source, in `server`. */
const clientDir = fileURLToPath(new URL(import.meta.url.endsWith('.ts') ? '../dist/client' : '../client', import.meta.url))

async function main(): Promise<void> {
  const config = parseConfig(process.env)
  const log = createLog(config.logLevel)
  const server = await startServer({ config, clock: systemClock, log, clientDir })
  const stop = (signal: string) => {
    log.info({ signal }, 'stopping')
    void server.stop().then(() => {
      log.info('stopped')
      process.exit(0)
    })
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}

main().catch((error: unknown) => {
  // What the person at the keyboard can mend is a sentence; anything else keeps its stack.
  const expected = error instanceof ConfigError || error instanceof StartError
  const shown = error instanceof Error ? (expected ? error.message : (error.stack ?? error.message)) : String(error)
  process.stderr.write(`${shown}\n`)
  process.exit(1)
})

/** The peers are no part of the product: they are installed here, from the lock in bench/peers, when a bench first needs them. */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { promisify } from 'node:util'
import { say } from './say'

export async function installPeers(): Promise<void> {
  if (existsSync('bench/peers/node_modules/.package-lock.json')) return
  say('installing the peers (npm ci in bench/peers/), up to two minutes …')
  // Hocuspocus 4 asks for Node 22; what is measured of it runs on Node 20 as well. Said here and not in an .npmrc, over which
  // the settings of the `npm run` around us would win.
  await promisify(execFile)('npm', ['ci', '--engine-strict=false', '--loglevel=error', '--foreground-scripts'], {
    cwd: 'bench/peers',
  })
}

/**
 * `npm run dev`: the server under `tsx watch`, the client under Vite, which hands /api, /collab and /live on to it. The page is
 * at Vite's address; the server listens on a free port unless PORT names one.
 */
import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { installPackages } from './lib/install.mjs'
import { withLock } from './lib/lock.mjs'
import { checkNodeVersion } from './lib/node-version.mjs'
import { root } from './lib/project.mjs'
import { say } from './lib/say.mjs'

checkNodeVersion()
await withLock(installPackages)

const port = process.env.PORT ?? String(await freePort())
const bin = (name, path) => join(root, 'node_modules', name, path)
const children = [
  start([bin('tsx', 'dist/cli.mjs'), 'watch', '--clear-screen=false', '--include', 'server/*/*-worker.ts', 'server/main.ts'], {
    PORT: port,
  }),
  start([bin('vite', 'bin/vite.js')], { DEV_SERVER: `http://127.0.0.1:${port}` }),
]
say(`server on port ${port}, hot reload on both sides; Ctrl-C ends both`)

for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => stop(0))

/** In a group of its own: Ctrl-C reaches this process alone, which hands it on once. `tsx watch` takes a second signal as "kill". */
function start(args, env) {
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: true,
    env: { ...process.env, ...env },
  })
  child.on('exit', (code) => stop(code ?? 1))
  return child
}

function stop(code) {
  if (process.exitCode !== undefined) return
  process.exitCode = code
  for (const child of children) child.kill('SIGTERM')
}

function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port: found } = probe.address()
      probe.close(() => resolve(found))
    })
  })
}

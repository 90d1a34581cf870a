/**
 * The two Vite builds: `client` to dist/client, `server` to dist/server. Each is made beside its place and moved there when it is
 * whole, so that a failed build leaves the last good one and a running server never meets half of one.
 */
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fingerprint, readStamp } from './fingerprint.mjs'
import { root } from './project.mjs'
import { capture } from './run.mjs'
import { giveUp, say, seconds } from './say.mjs'
import { filesBelow } from './source-files.mjs'

const CONFIG = ['package.json', 'package-lock.json', 'tsconfig.json', 'vite.config.ts']
const TEST_ONLY = /\.test\.tsx?$|\/testing\//

const BUILDS = [
  { name: 'client', folders: ['shared', 'client'], proof: 'index.html', args: [] },
  { name: 'server', folders: ['shared', 'server'], proof: 'main.js', args: ['--ssr'] },
]

export async function buildWhatIsStale(names) {
  mkdirSync(join(root, 'dist'), { recursive: true })
  const stale = BUILDS.filter((build) => names.includes(build.name))
    .map((build) => ({ ...build, wanted: fingerprintOf(build) }))
    .filter(isStale)
  if (stale.length === 0) return
  say(`building ${stale.map((build) => build.name).join(' and ')} …`)
  const began = performance.now()
  const results = await Promise.all(stale.map(make))
  if (results.some((ok) => !ok)) giveUp('the build failed; see above.')
  say(`built in ${seconds(began)}`)
}

function fingerprintOf(build) {
  const sources = filesBelow(root, build.folders).filter((file) => !TEST_ONLY.test(file))
  return fingerprint(root, [...CONFIG, ...sources], [process.version])
}

function stampOf(build) {
  return join(root, 'dist', `.built-${build.name}`)
}

function isStale(build) {
  return readStamp(stampOf(build)) !== build.wanted || !existsSync(join(root, 'dist', build.name, build.proof))
}

async function make(build) {
  const place = join(root, 'dist', build.name)
  const fresh = `${place}.new`
  rmSync(fresh, { recursive: true, force: true })
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  const { code, output } = await capture(process.execPath, [
    vite,
    'build',
    '--logLevel',
    'warn',
    '--outDir',
    fresh,
    ...build.args,
  ])
  if (output.trim() !== '') say(output.trimEnd())
  if (code !== 0) return false
  rmSync(place, { recursive: true, force: true })
  renameSync(fresh, place)
  writeFileSync(stampOf(build), build.wanted)
  return true
}

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fingerprint, readStamp } from './fingerprint.mjs'
import { root } from './project.mjs'
import { run } from './run.mjs'
import { giveUp, say, seconds } from './say.mjs'

const STAMP = join(root, 'node_modules', '.prepared')

/** `npm ci`, only when the pins, the Node version or the machine differ from what is installed. */
export async function installPackages() {
  const wanted = fingerprint(root, ['package-lock.json', '.npmrc'], [pins(), process.version, process.platform, process.arch])
  if (readStamp(STAMP) === wanted) return
  say('installing packages (npm ci), about half a minute …')
  const began = performance.now()
  const npm = process.env.npm_execpath
  const code = npm ? await run(process.execPath, [npm, 'ci', '--loglevel=error']) : await run('npm', ['ci', '--loglevel=error'])
  if (code !== 0) giveUp('npm ci failed; see above. Is the package registry reachable, and is the lock file the committed one?')
  writeFileSync(STAMP, wanted)
  say(`packages installed in ${seconds(began)}`)
}

/** The part of package.json that decides what is installed; a changed script or description installs nothing. */
function pins() {
  const { dependencies, devDependencies, overrides, allowScripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  return JSON.stringify({ dependencies, devDependencies, overrides, allowScripts })
}

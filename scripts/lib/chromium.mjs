import { findChromium } from './find-chromium.mjs'
import { run } from './run.mjs'
import { giveUp, say, seconds } from './say.mjs'

const PACKAGES = ['chromium', 'fonts-noto-cjk']

/** The end-to-end tests need a browser: the system's own, or one from its package manager. Nothing is downloaded from elsewhere. */
export async function ensureChromium() {
  if (findChromium()) return
  if (process.env.CHROMIUM) {
    giveUp(`CHROMIUM names ${process.env.CHROMIUM}, which cannot be executed. Correct it, or unset it to look for a browser.`)
  }
  if (await installWithApt()) return
  giveUp(
    'No Chromium was found, and it could not be installed from here. The end-to-end tests need one. Either',
    '  as root, Debian or Ubuntu:  apt-get install -y chromium fonts-noto-cjk',
    '  as root, Fedora:            dnf install -y chromium google-noto-sans-cjk-fonts',
    '  or name one:                CHROMIUM=/path/to/chromium npm test',
    'Everything else runs without a browser:  npx vitest run',
  )
}

async function installWithApt() {
  if (process.getuid?.() !== 0) return false
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const began = performance.now()
  try {
    say('no Chromium found; installing it with apt-get (about a minute) …')
    if ((await run('apt-get', ['update', '-qq'], { env })) !== 0) say('apt-get update failed; trying with the lists at hand …')
    const code = await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...PACKAGES], { env })
    if (code !== 0) return false
  } catch {
    return false
  }
  say(`Chromium installed in ${seconds(began)}`)
  return findChromium() !== undefined
}

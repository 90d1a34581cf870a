import { buildWhatIsStale } from './build.mjs'
import { ensureChromium } from './chromium.mjs'
import { installPackages } from './install.mjs'
import { withLock } from './lock.mjs'
import { checkNodeVersion } from './node-version.mjs'

/** Makes the checkout ready: packages, a `browser` for the tests, then the builds. Says nothing when all is in place. */
export async function prepare({ browser = false, builds = ['client', 'server'] } = {}) {
  checkNodeVersion()
  await withLock(async () => {
    await installPackages()
    if (browser) await ensureChromium()
    await buildWhatIsStale(builds)
  })
}

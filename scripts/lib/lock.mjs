/** Two commands at once must not install or build over one another: the second waits for the first. The lock names its owner. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { root } from './project.mjs'
import { say } from './say.mjs'

const LOCK = join(root, '.cache', 'prepare.lock')
const LOOK_AGAIN_MS = 250
const SAY_AGAIN_MS = 10_000

export async function withLock(work) {
  mkdirSync(join(root, '.cache'), { recursive: true })
  await take()
  const release = () => rmSync(LOCK, { force: true })
  process.once('exit', release)
  try {
    return await work()
  } finally {
    release()
    process.off('exit', release)
  }
}

async function take() {
  let saidAt = Number.NEGATIVE_INFINITY
  for (;;) {
    try {
      writeFileSync(LOCK, String(process.pid), { flag: 'wx' })
      return
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
    const owner = ownerOfLock()
    if (owner !== undefined && !isAlive(owner)) {
      rmSync(LOCK, { force: true })
      continue
    }
    if (performance.now() - saidAt > SAY_AGAIN_MS) {
      saidAt = performance.now()
      say(`waiting for another preparation (process ${owner ?? '?'}) to finish …`)
    }
    await sleep(LOOK_AGAIN_MS)
  }
}

function ownerOfLock() {
  try {
    const pid = Number.parseInt(readFileSync(LOCK, 'utf8'), 10)
    return Number.isNaN(pid) ? undefined : pid
  } catch {
    return undefined
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

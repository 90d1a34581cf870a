/** The server dies at random moments under load, fifty times. Nothing it acknowledged is ever missing, no document is unreadable. */
import { setTimeout as delay } from 'node:timers/promises'
import { expect, test } from '@playwright/test'
import * as Y from 'yjs'
import { Random } from '../../shared/testing/random'
import { AckPeer } from '../fixtures/ack-peer'
import { App } from '../fixtures/app'
import { HttpPerson } from '../fixtures/http'
import { Peer } from '../fixtures/peer'

const KILLS = Number(process.env.CRASH_KILLS ?? 50)
const SEED = Number(process.env.CRASH_SEED ?? Date.now() % 100_000)
const WRITE_EVERY_MS = 4

test(`${KILLS} SIGKILLs under load lose nothing that was acknowledged`, async () => {
  test.setTimeout(15 * 60_000)
  const random = new Random(SEED)
  const app = new App()
  try {
    const sample = await app.sample()
    await app.start()
    const members = sample.people.filter((person) => person.roles.includes('member')).slice(0, 4)
    const signedIn = await Promise.all(members.map((person) => HttpPerson.signIn(app, person)))
    const collective = sample.materials.find((material) => material.kind === 'collective')?.id ?? ''
    const peers = signedIn.map((person) => new AckPeer(app, person, collective))

    let count = 0
    let writing = true
    const load = (async () => {
      while (writing) {
        const peer = random.pick(peers)
        if (peer.synced) peer.writeMarker(`记号${count++}。`)
        await delay(WRITE_EVERY_MS)
      }
    })()

    for (let kill = 1; kill <= KILLS; kill++) {
      await expect.poll(() => peers.every((peer) => peer.synced), { timeout: 30_000, intervals: [20] }).toBe(true)
      await delay(20 + random.below(250))
      // Nobody may bring back what the disk has lost before it is looked at.
      for (const peer of peers) peer.stayAway()
      await app.end('SIGKILL')
      const acknowledged = peers.flatMap((peer) => [...peer.acknowledged])
      await app.start()
      // Read by somebody who was never there.
      const reader = new Peer(app, signedIn[0] ?? null, collective, new Y.Doc())
      await expect.poll(() => reader.synced, { timeout: 30_000, intervals: [20] }).toBe(true)
      const text = reader.text
      reader.close()
      const missing = acknowledged.filter((marker) => !text.includes(marker))
      expect(missing, `after kill ${kill} of seed ${SEED}`).toEqual([])
      for (const peer of peers) peer.comeBack()
    }

    writing = false
    await load
    await expect.poll(() => peers.every((peer) => peer.allSaved), { timeout: 30_000 }).toBe(true)
    // Saved says nothing of the others' writing: what one lacks may still be on its way.
    await expect.poll(() => new Set(peers.map((peer) => peer.text)).size, { timeout: 30_000 }).toBe(1)
    const text = peers[0]?.text
    for (const marker of peers.flatMap((peer) => peer.written)) expect(text).toContain(marker)
    expect(count).toBeGreaterThan(KILLS)
    for (const peer of peers) peer.end()
  } finally {
    await app.dispose()
  }
})

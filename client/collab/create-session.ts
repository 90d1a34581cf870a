/** Puts together what one open material needs: document, presence, wire, and the store of what is not saved yet. */
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { WIRE_VERSION } from '../../shared/wire/version'
import { browserSurroundings } from './browser'
import { LeftBehind } from './left-behind'
import { Pending } from './pending'
import { Provider } from './provider'
import type { Session, SessionOptions } from './session'
import { SetAside } from './set-aside'
import { StatusSource } from './status-source'
import type { Surroundings } from './surroundings'

export function openSession({ material, person }: SessionOptions, surroundings: Surroundings = browserSurroundings()): Session {
  const { clock, page, store } = surroundings
  const doc = new Y.Doc()
  const awareness = new Awareness(doc)
  let resolveSynced = () => {}
  const synced = new Promise<void>((resolve) => {
    resolveSynced = resolve
  })
  let resolveEnded = () => {}
  const ended = new Promise<void>((resolve) => {
    resolveEnded = resolve
  })
  let wasSynced = false
  let life: 'open' | 'closing' | 'ended' = 'open'

  const changed = () => {
    status.changed()
    endIfDone()
  }
  const tab = `${clock.now().toString(36)}-${surroundings.random().toString(36).slice(2)}`
  const pending = new Pending({ person, material, tab, store, clock, onChange: changed })
  const leftBehind = new LeftBehind({ person, material, tab, store, doc, pending, onChange: changed })
  const setAside = new SetAside({ person, material, store, doc, putBack: () => adopt() })
  const provider = new Provider({
    path: `/collab/${encodeURIComponent(material)}?duizhao=${WIRE_VERSION}`,
    doc,
    awareness,
    pending,
    surroundings,
    onSynced() {
      wasSynced = true
      resolveSynced()
      void adopt()
    },
    onChange: changed,
  })
  const status = new StatusSource({ provider, pending, leftBehind, surroundings, wasSynced: () => wasSynced })

  const adopt = async () => {
    await leftBehind.look()
    provider.afterwards(() => {
      if (provider.mayWrite) {
        provider.flush()
        if (leftBehind.adopt()) provider.sendWhole()
        changed()
      }
      void setAside.look(provider.mayWrite ? [] : leftBehind.rows)
    })
  }

  const onUpdate = (update: Uint8Array, origin: unknown) => {
    if (origin === provider || origin === leftBehind) return
    provider.write(update)
    status.changed()
  }
  doc.on('update', onUpdate)
  const endLeaveWatch = page.onLeave(() => provider.flush())

  const end = () => {
    if (life === 'ended') return
    life = 'ended'
    doc.off('update', onUpdate)
    endLeaveWatch()
    status.stop()
    provider.stop()
    doc.destroy()
    resolveEnded()
  }
  const endIfDone = () => {
    if (life === 'closing' && (pending.isEmpty || provider.state.refused !== null)) end()
  }

  void leftBehind.look()
  provider.connect()

  return {
    material,
    doc,
    awareness,
    synced,
    status: () => status.get(),
    subscribe: (listener) => status.subscribe(listener),
    setAside,
    hold: () => provider.hold(),
    release: (between) => provider.release(between),
    get traffic() {
      return provider.traffic
    },
    close() {
      if (life === 'open') {
        provider.release()
        provider.flush()
        awareness.setLocalState(null)
        doc.off('update', onUpdate)
        life = 'closing'
        endIfDone()
      }
      return ended
    },
    abandon() {
      pending.abandon()
      end()
    },
  }
}

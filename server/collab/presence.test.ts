import { describe, expect, test } from 'vitest'
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { PersonId } from '../../shared/ids'
import { RoomPresence, type Speaker } from './presence'

function speaker(name: string, color = 1): Speaker {
  return { user: { id: `id-of-${name}` as PersonId, name, color } }
}

function states(update: Uint8Array): Record<string, unknown>[] {
  const awareness = new Awareness(new Y.Doc())
  awareness.setLocalState(null)
  applyAwarenessUpdate(awareness, update, null)
  const found = [...awareness.getStates().values()]
  awareness.destroy()
  return found
}

function said(clientId: number, state: Record<string, unknown> | null, times = 1): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = clientId
  const awareness = new Awareness(doc)
  for (let i = 0; i < times; i++) awareness.setLocalState(state ?? { activity: 'viewing' })
  if (state === null) awareness.setLocalState(null)
  const update = encodeAwarenessUpdate(awareness, [clientId])
  awareness.destroy()
  return update
}

describe('[W6] presence', () => {
  test('a forged name, colour and unknown fields are replaced by what the session says', () => {
    const presence = new RoomPresence()
    const forged = { user: { id: 'x', name: '书记', color: 5 }, activity: 'editing', script: 'x' }
    expect(presence.receive(said(1, forged), speaker('王芳'))).toBe(true)
    expect(states(presence.everyone())).toEqual([{ user: { id: 'id-of-王芳', name: '王芳', color: 1 }, activity: 'editing' }])
  })

  test('nobody moves, renames or removes another client id', () => {
    const presence = new RoomPresence()
    presence.receive(said(1, { activity: 'editing' }), speaker('王芳'))
    const stranger = speaker('李明')
    expect(presence.receive(said(1, { activity: 'away' }, 9), stranger)).toBe(false)
    expect(presence.receive(said(1, null, 9), stranger)).toBe(false)
    expect(states(presence.everyone())).toMatchObject([{ user: { name: '王芳' }, activity: 'editing' }])
  })

  test('implausible values and oversized states go no further', () => {
    const presence = new RoomPresence()
    presence.receive(said(1, { activity: 'flying', section: 'x'.repeat(65), cursor: 7, following: null }), speaker('王芳'))
    expect(states(presence.everyone())).toEqual([{ user: speaker('王芳').user, following: null }])
    expect(presence.receive(said(2, { cursor: { anchor: 'x'.repeat(3000) } }), speaker('李明'))).toBe(false)
    expect(states(presence.everyone())).toHaveLength(1)
  })

  test('a renewal says nothing new, but is passed on so that nobody times out', () => {
    const presence = new RoomPresence()
    const person = speaker('王芳')
    presence.receive(said(1, { activity: 'viewing' }), person)
    presence.takeChanges()
    expect(presence.receive(said(1, { activity: 'viewing' }, 2), person)).toBe(false)
    expect(presence.hasChanges).toBe(true)
  })

  test('leaving removes every id of that person and nobody else, for those who stay and those who come', () => {
    const presence = new RoomPresence()
    const person = speaker('王芳')
    presence.receive(said(1, { activity: 'editing' }), person)
    presence.receive(said(2, { activity: 'editing' }), speaker('李明'))
    const watcher = new Awareness(new Y.Doc())
    applyAwarenessUpdate(watcher, presence.takeChanges().update, null)
    presence.leave(person)
    const { update, soleSpeaker } = presence.takeChanges()
    applyAwarenessUpdate(watcher, update, null)
    expect(watcher.getStates().has(1)).toBe(false)
    expect(watcher.getStates().has(2)).toBe(true)
    expect(soleSpeaker).toBe(person)
    expect(states(presence.everyone())).toHaveLength(1)
    watcher.destroy()
  })

  test('who comes back while their old connection is half open keeps their id, and the old one cannot take it away', () => {
    const presence = new RoomPresence()
    const [old, back] = [speaker('王芳'), speaker('王芳')]
    presence.receive(said(1, { activity: 'viewing' }), old)
    expect(presence.receive(said(1, { activity: 'editing' }, 3), back)).toBe(true)
    presence.leave(old)
    expect(states(presence.everyone())).toMatchObject([{ activity: 'editing' }])
  })

  test('one person cannot fill the room with ids', () => {
    const presence = new RoomPresence()
    const person = speaker('王芳')
    for (let id = 1; id <= 50; id++) presence.receive(said(id, { activity: 'viewing' }), person)
    expect(states(presence.everyone()).length).toBeLessThanOrEqual(4)
  })

  test('noise throws and changes nothing', () => {
    const presence = new RoomPresence()
    expect(() => presence.receive(new Uint8Array([3, 1]), speaker('王芳'))).toThrow()
    expect(presence.hasChanges).toBe(false)
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readClientMessage, readProjectorHello } from './read-message'
import { readCode } from './projector'

const line = {
  id: 'line-0001',
  edition: 1,
  kind: 'criticism',
  speaker: 'p1',
  target: 'p2',
  mode: 'gist',
  aspect: '',
  text: '调研少',
  saidAt: 5,
  item: null,
  removed: false,
}
const say = (message: object) => readClientMessage(JSON.stringify(message))

describe('[L1] a message from a page', () => {
  it('keeps the known fields and no others', () => {
    const said = say({ type: 'line', request: 'r', line: { ...line, writer: 'somebody', verdict: 'confirmed' }, actor: 'x' })
    expect(said).toEqual({ type: 'line', request: 'r', line })
    const command = say({ type: 'command', request: 'r', revision: 3, command: { kind: 'start', actor: 'x' } })
    expect(command).toEqual({ type: 'command', request: 'r', revision: 3, command: { kind: 'start' } })
    expect(say({ type: 'place', material: 'm', block: 2, offset: 0, person: 'x' })).toEqual({
      type: 'place',
      material: 'm',
      block: 2,
      offset: 0,
      anchor: null,
    })
  })

  it.each([
    ['no JSON', '{'],
    ['a list', '[]'],
    ['null', 'null'],
    ['an unknown type', '{"type":"shout"}'],
    [
      'the server’s own act',
      JSON.stringify({ type: 'command', request: 'r', revision: 1, command: { kind: 'enrol', roster: {} } }),
    ],
    ['an empty line', JSON.stringify({ type: 'line', request: 'r', line: { ...line, text: '  ' } })],
    ['a long line', JSON.stringify({ type: 'line', request: 'r', line: { ...line, text: '长'.repeat(2001) } })],
    ['an id that is none', JSON.stringify({ type: 'line', request: 'r', line: { ...line, id: '../../etc' } })],
    ['a quorum of nobody', '{"type":"command","request":"r","revision":1,"command":{"kind":"setQuorum","needs":0,"of":0}}'],
    ['a large anchor', JSON.stringify({ type: 'place', material: 'm', block: 0, offset: 0, anchor: { a: 'x'.repeat(600) } })],
  ])('is refused: %s', (_, json) => {
    expect(readClientMessage(json)).toBeNull()
  })

  it('never throws', () => {
    fc.assert(fc.property(fc.json(), (json) => void readClientMessage(json)))
    fc.assert(fc.property(fc.json(), (json) => void readProjectorHello(json)))
  })
})

describe('[L11] a code as people type it', () => {
  it('forgives spaces, hyphens, small and full-width letters', () => {
    for (const typed of ['abcd2345', ' ABCD-2345', 'ABCD 2345', 'ＡＢＣＤ２３４５']) expect(readCode(typed)).toBe('ABCD2345')
    for (const typed of ['', 'ABCD234', 'ABCD23456', 'ABCD234O', 'ABCD234中']) expect(readCode(typed)).toBeNull()
  })
})

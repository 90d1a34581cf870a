// Wire and node schema are one contract with every client that is open somewhere: changing either asks for a new version.
import { createHash } from 'node:crypto'
import { getSchema } from '@tiptap/core'
import { expect, test } from 'vitest'
import { MARKS } from '../../shared/schema/blocks'
import { ROOT } from '../../shared/schema/ydoc'
import { MAX_PRESENCE_CHARS, OWN_PRESENCE_KEYS, PERSON_COLORS } from '../../shared/wire/awareness'
import { CLOSE } from '../../shared/wire/close-codes'
import { MESSAGE, SYNC } from '../../shared/wire/frames'
import { WIRE_VERSION } from '../../shared/wire/version'
import { SCHEMA_EXTENSIONS } from './kernel'

/** One line a version. To add one: raise WIRE_VERSION, add its history line to docs/wire.md, put the new hash here. */
const PINNED: Record<number, string> = {
  1: '72b78ffcde88d52a',
  2: '1a3f980f2f23085e',
}

test('wire and schema are those of the pinned version', () => {
  expect(hashOf(contract())).toBe(PINNED[WIRE_VERSION])
})

function contract() {
  const schema = getSchema(SCHEMA_EXTENSIONS)
  const nodes = Object.values(schema.nodes).map(({ name, spec }) => ({
    name,
    content: spec.content ?? '',
    group: spec.group ?? '',
    marks: spec.marks ?? null,
    attributes: Object.entries(spec.attrs ?? {}).map(([attribute, { default: value }]) => [attribute, value ?? null]),
  }))
  const marks = Object.values(schema.marks).map(({ name, spec }) => ({
    name,
    excludes: spec.excludes ?? null,
    attributes: Object.keys(spec.attrs ?? {}),
  }))
  return { root: ROOT, nodes, marks, MARKS, MESSAGE, SYNC, CLOSE, OWN_PRESENCE_KEYS, MAX_PRESENCE_CHARS, PERSON_COLORS }
}

function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16)
}

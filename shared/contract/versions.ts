/** A material through time. */
import { z } from 'zod'
import { LINE_KINDS } from '../diff/lines'
import { MOST_STRETCHES } from '../history/stretch'
import { VERSION_KINDS } from '../model/version-kind'
import { MARKS } from '../schema/blocks'
import { materialId, personId, route } from './base'

const writer = z.object({ person: personId, name: z.string(), color: z.number().int() })
const version = z.object({
  /** Counts from 1 in each material. */
  number: z.number().int(),
  kind: z.enum(VERSION_KINDS),
  /** Its name; at a change of state the transition, before a restoration the number of what was restored. */
  label: z.string(),
  note: z.string(),
  at: z.number(),
  /** Who caused it; null: it was kept by itself. */
  by: writer.nullable(),
  /** Who wrote since the version before. */
  writers: z.array(writer),
})
const line = z.object({
  kind: z.enum(LINE_KINDS),
  number: z.string(),
  detail: z.string(),
  words: z.array(z.object({ text: z.string(), marks: z.array(z.enum(MARKS)), author: personId.nullable() })),
})
const stretch = z.object({
  /** A Yjs client id. */
  client: z.number().int().min(0),
  clock: z.number().int().min(0),
  length: z.number().int().min(1),
})
const origin = z.object({
  /** Null: the server itself, from a template. */
  person: personId.nullable(),
  /** To the minute; null: from a time before times were kept. */
  from: z.number().nullable(),
  to: z.number().nullable(),
})
/** 0: the text as it is now. */
export const versionNumber = z.coerce.number().int().min(0)

/** A material through time. Only versions of states in which the asker could read it. */
export const versions = {
  /** The last first. */
  list: route
    .route({ method: 'GET', path: '/materials/{material}/versions' })
    .input(z.object({ material: materialId }))
    .output(z.array(version)),
  /** Keeps the text as it is, under a name. */
  name: route
    .route({ method: 'POST', path: '/materials/{material}/versions' })
    .input(
      z.object({
        material: materialId,
        label: z.string().trim().min(1).max(100),
        note: z.string().trim().max(1000).default(''),
      }),
    )
    .output(version),
  /** What a version says, line by line with who wrote it; compared with another it is by the client. */
  read: route
    .route({ method: 'GET', path: '/materials/{material}/versions/{version}' })
    .input(z.object({ material: materialId, version: versionNumber }))
    .output(z.object({ lines: z.array(line), people: z.array(writer) })),
  /** Who wrote these characters, and when: an answer for each, in their order. */
  origins: route
    .route({ method: 'POST', path: '/materials/{material}/origins' })
    .input(z.object({ material: materialId, stretches: z.array(stretch).min(1).max(MOST_STRETCHES) }))
    .output(z.object({ origins: z.array(origin), people: z.array(writer) })),
  /** Makes the text say again what it said then, as a new change. The answer is the version kept of what stood before. */
  restore: route
    .route({ method: 'POST', path: '/materials/{material}/versions/{version}/restoration' })
    .input(z.object({ material: materialId, version: versionNumber }))
    .output(version),
}

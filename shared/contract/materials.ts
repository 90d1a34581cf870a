/** Materials: state, progress, and the way in and out of files. */
import { z } from 'zod'
import { ABILITIES } from '../access/ability'
import { TRANSITIONS } from '../access/transitions'
import { MATERIAL_KINDS, MATERIAL_STATES } from '../model/material-state'
import { materialId, meetingId, nothing, personId, route } from './base'
import { versionNumber } from './versions'

/** How far a material is: sections with text of all that its outline has. `chars` only for those who may read it. */
const progress = z.object({ written: z.number().int(), total: z.number().int(), chars: z.number().int().nullable() })
export const material = z.object({
  id: materialId,
  meeting: meetingId,
  kind: z.enum(MATERIAL_KINDS),
  title: z.string(),
  owner: personId.nullable(),
  state: z.enum(MATERIAL_STATES),
  /** Why it was returned or reopened. */
  reason: z.string().nullable(),
  /** What the asker may do. */
  ability: z.enum(ABILITIES),
  /** May edit, but only suggest where somebody else drafts. */
  heldByDrafters: z.boolean(),
  transitions: z.array(z.enum(TRANSITIONS)),
  openedTo: z.array(personId),
  progress: progress.nullable(),
  /** Undecided proposals; null for those who may not read. */
  suggestions: z.number().int().nullable(),
})
const outlineResult = z.object({
  title: z.string().nullable(),
  preface: z.array(z.string()),
  parts: z.array(
    z.object({
      number: z.string(),
      heading: z.string(),
      sections: z.array(z.object({ number: z.string(), heading: z.string() })),
    }),
  ),
  /** How many suggestions and threads of comments the source has that are kept. */
  suggestions: z.number().int(),
  threads: z.number().int(),
  report: z.array(
    z.object({
      kind: z.enum(['guessed', 'corrected', 'left-out', 'placeholder']),
      message: z.string(),
      excerpt: z.string(),
      line: z.number().int().optional(),
    }),
  ),
})
/** Minutes by which the asker's clock is ahead of UTC: Word keeps local times. */
const offset = z.coerce.number().int().min(-840).max(840).default(480)
const importSource = z.object({
  material: materialId,
  /** A .txt or .docx file, or else `text`. */
  file: z.file().optional(),
  text: z.string().max(2_000_000).optional(),
  /** Needed only where the bytes do not say it. */
  encoding: z.enum(['utf-8', 'gb18030', 'utf-16le', 'utf-16be', 'big5']).optional(),
  offset,
})

export const materials = {
  get: route
    .route({ method: 'GET', path: '/materials/{material}' })
    .input(z.object({ material: materialId }))
    .output(material),
  transition: route
    .route({ method: 'POST', path: '/materials/{material}/transitions' })
    .input(z.object({ material: materialId, transition: z.enum(TRANSITIONS), reason: z.string().trim().max(1000).optional() }))
    .output(material),
  /** The owner of a draft names the colleagues who may read it and suggest. */
  openTo: route
    .route({ method: 'PUT', path: '/materials/{material}/opened-to' })
    .input(z.object({ material: materialId, people: z.array(personId).max(100) }))
    .output(material),
  /** Names the drafter of a section of the collective material, or nobody; for the office and the principal. */
  assignDrafter: route
    .route({ method: 'PUT', path: '/materials/{material}/drafters' })
    .input(
      z.object({
        material: materialId,
        /** Yjs id of the heading's element, `client:clock`. */
        heading: z.string().regex(/^\d+:\d+$/),
        person: personId.nullable(),
      }),
    )
    .output(nothing),
  /** What an import would make of the source; changes nothing. */
  previewImport: route
    .route({ method: 'POST', path: '/materials/{material}/import-preview' })
    .input(importSource)
    .output(outlineResult),
  /** Replaces the material's content by the structured source. */
  import: route.route({ method: 'POST', path: '/materials/{material}/import' }).input(importSource).output(outlineResult),
  /** The material as a file, in the official layout. */
  export: route
    .route({ method: 'GET', path: '/materials/{material}/export' })
    .input(
      z.object({
        material: materialId,
        format: z.enum(['docx', 'txt']).default('docx'),
        /** Undecided suggestions left out, taken in, or (.docx only) as revisions with the comments beside them. */
        suggestions: z.enum(['without', 'with', 'revisions']).default('without'),
        version: versionNumber.default(0),
        offset,
      }),
    )
    .output(z.file()),
}

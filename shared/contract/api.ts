/**
 * The HTTP interface, contract first: the server implements it, the client takes its types from it, `/api/openapi.json` is
 * printed from it. Times are Unix milliseconds, days are `YYYY-MM-DD`. Errors are those of `shared/errors.ts`.
 */
import { z } from 'zod'
import { ABILITIES } from '../access/ability'
import { ADMIN_ROLES, MEETING_ROLES } from '../access/roles'
import { TRANSITIONS } from '../access/transitions'
import { MATERIAL_KINDS, MATERIAL_STATES } from '../model/material-state'
import { MEETING_KINDS, STAGES } from '../model/meeting'
import { LINE_KINDS } from '../diff/lines'
import { VERSION_KINDS } from '../model/version-kind'
import { MARKS } from '../schema/blocks'
import { ROOT } from '../schema/ydoc'
import { BLOCK_KINDS } from '../suggestions/proposal'
import { day, materialId, meetingId, nothing, personId, route } from './base'
import { live } from './live'

const name = z.string().trim().min(2).max(32)
const password = z.string().min(1).max(128)

const outlineSection = z.object({ heading: z.string().max(200), hint: z.string().max(500).optional() })
const outlinePart = outlineSection.extend({ sections: z.array(outlineSection).max(30) })
const outline = z.object({
  title: z.string().max(200),
  prefaceHint: z.string().max(500).optional(),
  parts: z.array(outlinePart).max(30),
})
const template = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(MEETING_KINDS),
  about: z.string(),
  collective: outline,
  individual: outline,
})

const invitation = z.object({ person: personId, name: z.string(), username: z.string(), post: z.string(), url: z.string() })
const me = z.object({
  person: personId,
  name: z.string(),
  username: z.string(),
  color: z.number().int(),
  adminRoles: z.array(z.enum(ADMIN_ROLES)),
  team: z.string(),
  /** After this many minutes without activity the person is signed out. */
  idleMinutes: z.number(),
})
const admins = z.object({
  /** Whether the three must be held by different people, who run no meeting. */
  apart: z.boolean(),
  people: z.array(
    z.object({
      person: personId,
      name: z.string(),
      username: z.string(),
      color: z.number().int(),
      adminRoles: z.array(z.enum(ADMIN_ROLES)),
      /** Runs a meeting. */
      isOffice: z.boolean(),
      joined: z.boolean(),
    }),
  ),
})
const member = z.object({
  person: personId,
  name: z.string(),
  username: z.string(),
  post: z.string(),
  roles: z.array(z.enum(MEETING_ROLES)),
  color: z.number().int(),
  /** Has set a password. */
  joined: z.boolean(),
})
/** How far a material is: sections with text of all that its outline has. `chars` only for those who may read it. */
const progress = z.object({ written: z.number().int(), total: z.number().int(), chars: z.number().int().nullable() })
const material = z.object({
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
const meeting = z.object({
  id: meetingId,
  kind: z.enum(MEETING_KINDS),
  title: z.string(),
  year: z.number().int(),
  theme: z.string(),
  day: day,
  place: z.string(),
  stage: z.enum(STAGES),
  templateId: z.string(),
  /** The asker's roles in it. */
  roles: z.array(z.enum(MEETING_ROLES)),
})
const meetingDetail = meeting.extend({
  members: z.array(member),
  /** Only those of which the asker may know at least the state. */
  materials: z.array(material),
  collectiveOutline: outline,
  individualOutline: outline,
  membersReadApproved: z.boolean(),
  draftersDecide: z.boolean(),
})
const newMeeting = z.object({
  title: z.string().trim().min(1).max(100),
  kind: z.enum(MEETING_KINDS).default('democraticLifeMeeting'),
  year: z.number().int().min(1949).max(2200),
  theme: z.string().max(200).default(''),
  day: day,
  place: z.string().max(100).default(''),
  templateId: z.string(),
  /** One a line: `姓名，职务`. */
  members: z.string().max(20_000).default(''),
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
/** `done` of `total` files are made; a finished package waits ten minutes. */
const archiveJob = z.object({
  job: z.string(),
  state: z.enum(['working', 'ready', 'failed']),
  done: z.number().int(),
  total: z.number().int(),
})
const archiveId = z.object({ meeting: meetingId, job: z.string().max(64) })
const suggestionCard = z.object({
  id: z.string(),
  author: personId,
  inserted: z.string(),
  deleted: z.string(),
  retype: z.enum(BLOCK_KINDS).nullable(),
  changes: z.array(z.object({ mark: z.enum(MARKS), on: z.boolean(), text: z.string() })),
})
const decision = z.object({
  /** Number of the decision; one act on several suggestions is one decision. */
  id: z.number().int(),
  material: materialId,
  decision: z.enum(['accept', 'reject']),
  reason: z.string(),
  decider: personId,
  deciderName: z.string(),
  at: z.number(),
  /** When it was taken back, by its author; null: it stands. */
  undoneAt: z.number().nullable(),
  suggestions: z.array(suggestionCard.extend({ authorName: z.string(), /** When it was made. */ at: z.number() })),
})
const suggestionIds = z.array(z.string().max(100)).min(1).max(1000)
const commentText = z.string().trim().min(1).max(2000)
const mentions = z.array(personId).max(50).default([])
const comment = z.object({
  id: z.number().int(),
  /** Who spoke in a file that was imported is nobody of ours (`shared/model/foreign-author.ts`). */
  author: personId,
  authorName: z.string(),
  at: z.number(),
  editedAt: z.number().nullable(),
  text: z.string(),
  /** Members whose `@name` stands in the text. */
  mentions: z.array(z.object({ person: personId, name: z.string() })),
})
const thread = z.object({
  id: z.string(),
  /** The suggestion it is about; null: words of the text, under a mark `comment` with the thread's id. */
  suggestion: z.string().nullable(),
  /** The words it is about, as they read when it began. */
  quote: z.string(),
  resolved: z.object({ by: personId, name: z.string(), at: z.number() }).nullable(),
  /** The oldest first; never empty. */
  comments: z.array(comment),
  /** How many of them, by others, the asker has not seen. */
  unread: z.number().int(),
})
const clock = z.object({ client: z.number().int().min(0), clock: z.number().int().min(0) })
/** A Yjs relative position as JSON. */
const position = z.object({
  type: clock.nullish(),
  tname: z.literal(ROOT).nullish(),
  item: clock.nullish(),
  assoc: z.number().int().optional(),
})
const threadId = z.object({ material: materialId, thread: z.string().max(64) })
const commentId = threadId.extend({ comment: z.coerce.number().int() })
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
/** 0: the text as it is now. */
const versionNumber = z.coerce.number().int().min(0)
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

export const api = {
  setup: {
    status: route.route({ method: 'GET', path: '/setup' }).output(z.object({ needed: z.boolean() })),
    /** Makes the team, the first person (office, and all three admins) and the first meeting; signs that person in. */
    run: route
      .route({ method: 'POST', path: '/setup' })
      .input(
        z.object({
          name,
          post: z.string().max(50).default(''),
          password,
          team: z.string().trim().min(1).max(100),
          /** Loads the filled sample meeting instead of making one from the fields below. */
          sample: z.boolean().default(false),
          meeting: newMeeting.optional(),
        }),
      )
      .output(z.object({ meeting: meetingId, invitations: z.array(invitation) })),
  },
  session: {
    signIn: route
      .route({ method: 'POST', path: '/session' })
      .input(z.object({ username: z.string(), password }))
      .output(me),
    signOut: route.route({ method: 'DELETE', path: '/session' }).output(nothing),
    me: route.route({ method: 'GET', path: '/session' }).output(me),
    changePassword: route
      .route({ method: 'PUT', path: '/session/password' })
      .input(z.object({ current: password, next: password }))
      .output(nothing),
  },
  invitations: {
    look: route
      .route({ method: 'GET', path: '/invitations/{token}' })
      .input(z.object({ token: z.string() }))
      .output(z.object({ name: z.string(), username: z.string(), post: z.string(), team: z.string() })),
    /** Sets the password, spends the link, signs in. */
    accept: route
      .route({ method: 'POST', path: '/invitations/{token}' })
      .input(z.object({ token: z.string(), password }))
      .output(me),
  },
  templates: {
    list: route.route({ method: 'GET', path: '/templates' }).output(z.array(template)),
  },
  meetings: {
    list: route.route({ method: 'GET', path: '/meetings' }).output(z.array(meeting)),
    create: route
      .route({ method: 'POST', path: '/meetings' })
      .input(newMeeting)
      .output(z.object({ meeting: meetingId, invitations: z.array(invitation) })),
    get: route
      .route({ method: 'GET', path: '/meetings/{meeting}' })
      .input(z.object({ meeting: meetingId }))
      .output(meetingDetail),
    update: route
      .route({ method: 'PATCH', path: '/meetings/{meeting}' })
      .input(
        z.object({
          meeting: meetingId,
          title: z.string().trim().min(1).max(100).optional(),
          theme: z.string().max(200).optional(),
          day: day.optional(),
          place: z.string().max(100).optional(),
          stage: z.enum(STAGES).optional(),
          collectiveOutline: outline.optional(),
          individualOutline: outline.optional(),
          membersReadApproved: z.boolean().optional(),
          draftersDecide: z.boolean().optional(),
        }),
      )
      .output(meetingDetail),
    addMembers: route
      .route({ method: 'POST', path: '/meetings/{meeting}/members' })
      .input(z.object({ meeting: meetingId, members: z.string().max(20_000) }))
      .output(z.array(invitation)),
    updateMember: route
      .route({ method: 'PATCH', path: '/meetings/{meeting}/members/{person}' })
      .input(
        z.object({
          meeting: meetingId,
          person: personId,
          post: z.string().max(50).optional(),
          roles: z.array(z.enum(MEETING_ROLES)).min(1).optional(),
        }),
      )
      .output(member),
    removeMember: route
      .route({ method: 'DELETE', path: '/meetings/{meeting}/members/{person}' })
      .input(z.object({ meeting: meetingId, person: personId }))
      .output(nothing),
    /** Begins to make the archive package; for the office and the principal. */
    archive: route
      .route({ method: 'POST', path: '/meetings/{meeting}/archive' })
      .input(z.object({ meeting: meetingId }))
      .output(archiveJob),
    /** How far it is. */
    lookAtArchive: route.route({ method: 'GET', path: '/meetings/{meeting}/archive/{job}' }).input(archiveId).output(archiveJob),
    /** The finished package, a .zip; CONFLICT before that. */
    archiveFile: route.route({ method: 'GET', path: '/meetings/{meeting}/archive/{job}/file' }).input(archiveId).output(z.file()),
    cancelArchive: route.route({ method: 'DELETE', path: '/meetings/{meeting}/archive/{job}' }).input(archiveId).output(nothing),
    /** A new single-use link for someone who has not set a password, or has forgotten it. Older links stop working. */
    invite: route
      .route({ method: 'POST', path: '/meetings/{meeting}/members/{person}/invitation' })
      .input(z.object({ meeting: meetingId, person: personId }))
      .output(invitation),
  },
  materials: {
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
  },
  suggestions: {
    /** Takes or refuses proposals; the server does it, so person and time are certain. One may refuse (withdraw) one's own. */
    decide: route
      .route({ method: 'POST', path: '/materials/{material}/decisions' })
      .input(
        z.object({
          material: materialId,
          suggestions: suggestionIds,
          decision: z.enum(['accept', 'reject']),
          reason: z.string().trim().max(500).default(''),
        }),
      )
      .output(decision),
    /** All decisions on a material, the latest first. */
    decisions: route
      .route({ method: 'GET', path: '/materials/{material}/decisions' })
      .input(z.object({ material: materialId }))
      .output(z.array(decision)),
    /** Takes one's own decision back: the proposals stand again. CONFLICT where the text they stood in is gone. */
    undo: route
      .route({ method: 'DELETE', path: '/materials/{material}/decisions/{decision}' })
      .input(z.object({ material: materialId, decision: z.coerce.number().int() }))
      .output(decision),
  },
  comments: {
    list: route
      .route({ method: 'GET', path: '/materials/{material}/comments' })
      .input(z.object({ material: materialId }))
      .output(
        z.object({
          threads: z.array(thread),
          /** Members of the meeting who may read the material: who can be mentioned. */
          readers: z.array(z.object({ person: personId, name: z.string() })),
        }),
      ),
    /** Begins a thread on words or on a suggestion (or replies there, if it has one). CONFLICT where the words are gone. */
    create: route
      .route({ method: 'POST', path: '/materials/{material}/comments' })
      .input(
        z.object({
          material: materialId,
          on: z.union([z.object({ from: position, to: position }), z.object({ suggestion: z.string().max(100) })]),
          text: commentText,
          mentions,
        }),
      )
      .output(thread),
    reply: route
      .route({ method: 'POST', path: '/materials/{material}/comments/{thread}/replies' })
      .input(threadId.extend({ text: commentText, mentions }))
      .output(thread),
    /** One's own. */
    edit: route
      .route({ method: 'PUT', path: '/materials/{material}/comments/{thread}/replies/{comment}' })
      .input(commentId.extend({ text: commentText, mentions }))
      .output(thread),
    /** One's own, as long as nobody has answered; with the only one goes the thread. */
    remove: route
      .route({ method: 'DELETE', path: '/materials/{material}/comments/{thread}/replies/{comment}' })
      .input(commentId)
      .output(nothing),
    resolve: route
      .route({ method: 'PUT', path: '/materials/{material}/comments/{thread}/resolved' })
      .input(threadId.extend({ resolved: z.boolean() }))
      .output(thread),
    /** The asker has seen these threads up to a comment. */
    see: route
      .route({ method: 'POST', path: '/materials/{material}/comments/seen' })
      .input(
        z.object({
          material: materialId,
          seen: z
            .array(z.object({ thread: z.string().max(64), comment: z.number().int() }))
            .min(1)
            .max(500),
        }),
      )
      .output(nothing),
  },
  live,
  /** A material through time. Only versions of states in which the asker could read it. */
  versions: {
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
    /** Makes the text say again what it said then, as a new change. The answer is the version kept of what stood before. */
    restore: route
      .route({ method: 'POST', path: '/materials/{material}/versions/{version}/restoration' })
      .input(z.object({ material: materialId, version: versionNumber }))
      .output(version),
  },
  /** The three admin roles; for the security administrator. */
  admins: {
    get: route.route({ method: 'GET', path: '/admins' }).output(admins),
    /** Whoever is not named holds none. */
    assign: route
      .route({ method: 'PUT', path: '/admins' })
      .input(
        z.object({
          apart: z.boolean(),
          holders: z.array(z.object({ person: personId, adminRoles: z.array(z.enum(ADMIN_ROLES)) })),
        }),
      )
      .output(admins),
  },
  audit: {
    list: route
      .route({ method: 'GET', path: '/audit' })
      .input(
        z.object({ before: z.coerce.number().int().optional(), limit: z.coerce.number().int().min(1).max(500).default(100) }),
      )
      .output(
        z.array(
          z.object({
            seq: z.number().int(),
            at: z.number(),
            actor: z.string(),
            action: z.string(),
            target: z.string(),
            result: z.enum(['ok', 'refused']),
          }),
        ),
      ),
  },
}

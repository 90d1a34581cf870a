/** Meetings, their people, and what leaves them as a whole. */
import { z } from 'zod'
import { MEETING_ROLES } from '../access/roles'
import { MEETING_KINDS, STAGES } from '../model/meeting'
import { day, invitation, meetingId, nothing, personId, route } from './base'
import { material } from './materials'
import { outline } from './templates'

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
export const newMeeting = z.object({
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
/** `done` of `total` files are made; a finished package waits ten minutes. */
const archiveJob = z.object({
  job: z.string(),
  state: z.enum(['working', 'ready', 'failed']),
  done: z.number().int(),
  total: z.number().int(),
})
const archiveId = z.object({ meeting: meetingId, job: z.string().max(64) })

export const meetings = {
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
}

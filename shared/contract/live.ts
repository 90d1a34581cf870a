/** The meeting's requests. What happens while it is held goes over `/live/<meetingId>`; here is what people do before and after. */
import { z } from 'zod'
import { RECORD_STAGES } from '../live/meeting-state'
import type { Minutes } from '../live/minutes'
import { LINE_KINDS, LINE_MODES, MAX_ASPECT_CHARS, MAX_LINE_CHARS, VERDICTS } from '../live/record'
import { meetingId, nothing, personId, route } from './base'

const lineId = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/)

const preparedLine = z.object({
  id: lineId,
  target: personId,
  aspect: z.string(),
  text: z.string(),
  updatedAt: z.number(),
  /** The line of the record it became. */
  spokenAs: z.string().nullable(),
})

const line = z.object({
  id: lineId,
  edition: z.number().int(),
  kind: z.enum(LINE_KINDS),
  speaker: personId,
  target: personId.nullable(),
  mode: z.enum(LINE_MODES),
  aspect: z.string(),
  text: z.string(),
  saidAt: z.number(),
  item: z.string().nullable(),
  removed: z.boolean(),
  writer: personId,
  verdict: z.enum(VERDICTS),
  note: z.string(),
})

const replyTick = z.object({ person: personId, given: z.boolean(), at: z.number() })

const record = z.object({
  stage: z.enum(RECORD_STAGES),
  /** Sees everything; others see only what is theirs, from confirmation on. */
  keeps: z.boolean(),
  lines: z.array(line),
  replies: z.array(replyTick),
})

const projectorCode = z.object({
  createdAt: z.number(),
  expiresAt: z.number(),
  /** Screens connected with it now. */
  projectors: z.number().int(),
})

export const live = {
  /** One's own prepared criticism; nobody else's is ever given out. */
  prepared: route
    .route({ method: 'GET', path: '/meetings/{meeting}/prepared-criticism' })
    .input(z.object({ meeting: meetingId }))
    .output(z.array(preparedLine)),
  /** Makes the line, or changes one's own. */
  prepare: route
    .route({ method: 'PUT', path: '/meetings/{meeting}/prepared-criticism/{line}' })
    .input(
      z.object({
        meeting: meetingId,
        line: lineId,
        target: personId,
        aspect: z.string().trim().max(MAX_ASPECT_CHARS).default(''),
        text: z.string().trim().min(1).max(MAX_LINE_CHARS),
      }),
    )
    .output(preparedLine),
  discard: route
    .route({ method: 'DELETE', path: '/meetings/{meeting}/prepared-criticism/{line}' })
    .input(z.object({ meeting: meetingId, line: lineId }))
    .output(nothing),
  /** It has been said: the line goes into the record. CONFLICT where the meeting is not under way. */
  speak: route
    .route({ method: 'POST', path: '/meetings/{meeting}/prepared-criticism/{line}/spoken' })
    .input(z.object({ meeting: meetingId, line: lineId }))
    .output(preparedLine),

  /** As much of the record as the asker may see. */
  record: route
    .route({ method: 'GET', path: '/meetings/{meeting}/record' })
    .input(z.object({ meeting: meetingId }))
    .output(record),
  /** The critic confirms, or objects to, a line of theirs; while the record is up for confirmation. */
  confirmLine: route
    .route({ method: 'PUT', path: '/meetings/{meeting}/record/{line}/verdict' })
    .input(
      z.object({
        meeting: meetingId,
        line: lineId,
        verdict: z.enum(VERDICTS),
        note: z.string().trim().max(500).default(''),
      }),
    )
    .output(record),

  /** Null: there is none. The code itself is shown once, when it is made. */
  projectorCode: route
    .route({ method: 'GET', path: '/meetings/{meeting}/projector-code' })
    .input(z.object({ meeting: meetingId }))
    .output(projectorCode.nullable()),
  /** A new code; an older one goes dark at once. `url` is what a QR picture holds. */
  makeProjectorCode: route
    .route({ method: 'POST', path: '/meetings/{meeting}/projector-code' })
    .input(z.object({ meeting: meetingId }))
    .output(projectorCode.extend({ code: z.string(), url: z.string() })),
  revokeProjectorCode: route
    .route({ method: 'DELETE', path: '/meetings/{meeting}/projector-code' })
    .input(z.object({ meeting: meetingId }))
    .output(nothing),

  /** For those who keep the record. */
  minutes: route
    .route({ method: 'GET', path: '/meetings/{meeting}/minutes' })
    .input(z.object({ meeting: meetingId }))
    .output(z.custom<Minutes>()),
  exportMinutes: route
    .route({ method: 'GET', path: '/meetings/{meeting}/minutes/file' })
    .input(z.object({ meeting: meetingId, format: z.enum(['docx', 'text', 'html']) }))
    .output(z.file()),
}

/** What every part of the contract is made of: ids, days, a route with the table of errors. */
import { oc } from '@orpc/contract'
import { z } from 'zod'
import { ERRORS } from '../errors'
import type { MaterialId, MeetingId, PersonId } from '../ids'

const id = z.string().min(8).max(64)
export const personId = id as unknown as z.ZodType<PersonId, string>
export const meetingId = id as unknown as z.ZodType<MeetingId, string>
export const materialId = id as unknown as z.ZodType<MaterialId, string>
export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

const errors = Object.fromEntries(
  Object.entries(ERRORS).map(([code, { status }]) => [
    code,
    { status, data: z.record(z.string(), z.union([z.string(), z.number()])) },
  ]),
) as Record<keyof typeof ERRORS, { status: number; data: z.ZodRecord<z.ZodString, z.ZodUnion<[z.ZodString, z.ZodNumber]>> }>

export const route = oc.errors(errors)

export const nothing = z.object({})

/** A link by which somebody sets a password, as those who hand it over see it. */
export const invitation = z.object({
  person: personId,
  name: z.string(),
  username: z.string(),
  post: z.string(),
  url: z.string(),
})

/** The three admin roles and the log of who did what. */
import { z } from 'zod'
import { ADMIN_ROLES } from '../access/roles'
import { personId, route } from './base'

const adminList = z.object({
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

/** The three admin roles; for the security administrator. */
export const admins = {
  get: route.route({ method: 'GET', path: '/admins' }).output(adminList),
  /** Whoever is not named holds none. */
  assign: route
    .route({ method: 'PUT', path: '/admins' })
    .input(
      z.object({
        apart: z.boolean(),
        holders: z.array(z.object({ person: personId, adminRoles: z.array(z.enum(ADMIN_ROLES)) })),
      }),
    )
    .output(adminList),
}

export const audit = {
  list: route
    .route({ method: 'GET', path: '/audit' })
    .input(z.object({ before: z.coerce.number().int().optional(), limit: z.coerce.number().int().min(1).max(500).default(100) }))
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
}

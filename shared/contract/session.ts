/** Setting up, signing in and out, and the links by which people come in. */
import { z } from 'zod'
import { ADMIN_ROLES } from '../access/roles'
import { invitation, meetingId, nothing, personId, route } from './base'
import { newMeeting } from './meetings'

const name = z.string().trim().min(2).max(32)
const password = z.string().min(1).max(128)
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

export const setup = {
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
}

export const session = {
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
}

export const invitations = {
  look: route
    .route({ method: 'GET', path: '/invitations/{token}' })
    .input(z.object({ token: z.string() }))
    .output(z.object({ name: z.string(), username: z.string(), post: z.string(), team: z.string() })),
  /** Sets the password, spends the link, signs in. */
  accept: route
    .route({ method: 'POST', path: '/invitations/{token}' })
    .input(z.object({ token: z.string(), password }))
    .output(me),
}

import type { SignIn } from '../../auth/sign-in'
import type { Invitations } from '../../services/invitations'
import type { Me } from '../../services/me'
import type { Binding } from '../bind'
import type { RateLimit } from '../rate-limit'

export interface SessionServices {
  signIn: SignIn
  me: Me
  invitations: Invitations
  signInLimit: RateLimit
}

export function sessionRoutes({ open, signedIn }: Binding, { signIn, me, signInLimit }: SessionServices) {
  return {
    signIn: open.session.signIn.handler(async ({ input, context }) => {
      signInLimit.take(context.address)
      const { person, cookies } = await signIn.withPassword(input.username, input.password)
      context.cookies.push(...cookies)
      return me.of(person)
    }),
    signOut: signedIn.session.signOut.handler(async ({ context }) => {
      await signIn.end({ sessionId: context.sessionId, person: context.asker.person })
      context.cookies.push(...(await signIn.expiredCookies()))
      return {}
    }),
    me: signedIn.session.me.handler(({ context }) => me.get(context.asker)),
    changePassword: signedIn.session.changePassword.handler(async ({ input, context }) => {
      signInLimit.take(context.address)
      await signIn.changePassword({ sessionId: context.sessionId, person: context.asker.person }, input.current, input.next)
      return {}
    }),
  }
}

export function invitationRoutes({ open }: Binding, { signIn, me, invitations, signInLimit }: SessionServices) {
  return {
    look: open.invitations.look.handler(({ input, context }) => {
      signInLimit.take(context.address)
      return invitations.look(input.token)
    }),
    accept: open.invitations.accept.handler(async ({ input, context }) => {
      signInLimit.take(context.address)
      const accepted = await invitations.accept(input.token, input.password)
      const { person, cookies } = await signIn.withPassword(accepted.username, input.password)
      context.cookies.push(...cookies)
      return me.of(person)
    }),
  }
}

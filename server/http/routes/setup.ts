import type { SignIn } from '../../auth/sign-in'
import type { Setup } from '../../services/setup'
import type { Binding } from '../bind'
import type { RateLimit } from '../rate-limit'

export interface SetupServices {
  setup: Setup
  signIn: SignIn
  signInLimit: RateLimit
}

export function setupRoutes({ open }: Binding, { setup, signIn, signInLimit }: SetupServices) {
  return {
    status: open.setup.status.handler(async () => ({ needed: await setup.needed() })),
    run: open.setup.run.handler(async ({ input, context }) => {
      signInLimit.take(context.address)
      const { person, ...made } = await setup.run(input, context.baseUrl)
      const { cookies } = await signIn.withPassword(person.username, input.password)
      context.cookies.push(...cookies)
      return made
    }),
  }
}

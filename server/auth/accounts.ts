import type { Clock } from '../platform/clock'
import { usernameKey } from '../platform/username'
import type { AccountHolder, AccountsPort } from '../ports/accounts'
import type { AuthLibrary } from './library'
import { assertStrong, passwordHash } from './passwords'
import type { Sessions } from './sessions'

const PROVIDER = 'credential'

export interface Accounts extends AccountsPort {
  setPassword(holder: AccountHolder, password: string, options?: { keepSession?: string }): Promise<void>
}

export function createAccounts({
  library,
  sessions,
  clock,
}: {
  library: AuthLibrary
  sessions: Sessions
  clock: Clock
}): Accounts {
  return {
    assertStrong,
    async setPassword(holder, password, { keepSession } = {}) {
      assertStrong(password, holder.username)
      const { internalAdapter, adapter } = await library.$context
      const hash = await passwordHash.hash(password)
      if (await internalAdapter.findUserById(holder.id)) {
        await internalAdapter.updatePassword(holder.id, hash)
      } else {
        const at = new Date(clock.now())
        // Left behind by a set-up that broke off: an account nobody's record speaks of.
        await adapter.deleteMany({ model: 'user', where: [{ field: 'username', value: usernameKey(holder.username) }] })
        // The library asks for an address; `.invalid` can never be anybody's.
        const user = { ...holder, email: `${holder.id.toLowerCase()}@users.invalid`, emailVerified: false }
        const dates = { createdAt: at, updatedAt: at }
        await adapter.create({ model: 'user', data: { ...user, displayUsername: holder.username, ...dates }, forceAllowId: true })
        await internalAdapter.createAccount({ userId: holder.id, accountId: holder.id, providerId: PROVIDER, password: hash })
      }
      await sessions.endAll(holder.id, keepSession)
    },
  }
}

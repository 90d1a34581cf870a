/** Who may sign in, as the services need it; `auth/accounts.ts` is the implementation. */
import type { PersonId } from '../../shared/ids'

export interface AccountHolder {
  id: PersonId
  name: string
  username: string
}

export interface AccountsPort {
  /** Throws WEAK_PASSWORD, naming the rule. */
  assertStrong(password: string, username: string): void
  /** Sets the password, the first or a new one; ends every session of the person. */
  setPassword(holder: AccountHolder, password: string): Promise<void>
}

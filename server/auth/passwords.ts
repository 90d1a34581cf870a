/** Password rules and hashing. Argon2id off the main thread: some 30 ms a hash, by the library's defaults (19 MiB, 2 rounds). */
import { hash, verify } from '@node-rs/argon2'
import { AppError } from '../../shared/errors'
import { brokenPasswordRules } from '../../shared/model/password-rules'

/** Throws WEAK_PASSWORD with the first `rule` that is broken. */
export function assertStrong(password: string, username: string): void {
  const [rule] = brokenPasswordRules(password, username)
  if (rule !== undefined) throw new AppError('WEAK_PASSWORD', `Password breaks the rule "${rule}"`, { rule })
}

export const passwordHash = {
  hash: (password: string) => hash(password),
  verify: (stored: { hash: string; password: string }) => verify(stored.hash, stored.password),
}

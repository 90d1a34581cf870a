/** Signing in and changing one's password: lockout around the library, our session behind it, a line in the audit for both. */
import { AppError } from '../../shared/errors'
import type { PersonId } from '../../shared/ids'
import type { Clock } from '../platform/clock'
import type { PersonRecord, Records } from '../ports/records'
import type { Accounts } from './accounts'
import type { AuthLibrary } from './library'
import type { Lockout } from './lockout'
import { passwordHash } from './passwords'
import type { SessionHolder, Sessions } from './sessions'

/** The library's own bounds; what lies beyond cannot be right and is not worth a hash. */
const USERNAME_MAX = 64

export interface SignedIn {
  person: PersonRecord
  sessionId: string
  /** `Set-Cookie` values, one header each. */
  cookies: string[]
}

export interface SignInOptions {
  library: AuthLibrary
  accounts: Accounts
  sessions: Sessions
  lockout: Lockout
  records: Records
  clock: Clock
}

export class SignIn {
  readonly #options: SignInOptions

  constructor(options: SignInOptions) {
    this.#options = options
  }

  /** Throws WRONG_CREDENTIALS with the attempts `left`, or LOCKED_OUT. Known and unknown usernames are answered alike. */
  async withPassword(username: string, password: string): Promise<SignedIn> {
    const { lockout, records, sessions } = this.#options
    if (username.trim() === '' || username.length > USERNAME_MAX) throw new AppError('WRONG_CREDENTIALS')
    const person = await records.people.byUsername(username)
    const left = await lockout.attempt(username).catch(async (error: unknown) => {
      await this.#audit(person, 'session.locked-out', 'refused')
      throw error
    })
    const session = await this.#librarySession(username, password)
    if (session === null || person === null) {
      await this.#audit(person, 'session.sign-in', 'refused')
      throw new AppError('WRONG_CREDENTIALS', 'Wrong username or password', { left })
    }
    await lockout.succeeded(username)
    await sessions.start(session.id, person.id)
    await this.#audit(person, 'session.sign-in', 'ok')
    return { person, sessionId: session.id, cookies: session.cookies }
  }

  async end({ sessionId, person }: SessionHolder): Promise<void> {
    await this.#options.sessions.end(sessionId)
    await this.#audit(await this.#options.records.people.get(person), 'session.sign-out', 'ok')
  }

  /** What takes the session cookie out of the browser again. */
  async expiredCookies(): Promise<string[]> {
    const { authCookies } = await this.#options.library.$context
    const { name, attributes } = authCookies.sessionToken
    return [`${name}=; Path=${attributes.path ?? '/'}; Max-Age=0; HttpOnly; SameSite=Lax${attributes.secure ? '; Secure' : ''}`]
  }

  /** The person's other sessions end, with their sockets. */
  async changePassword(holder: SessionHolder, current: string, next: string): Promise<void> {
    const { accounts, lockout, records } = this.#options
    const person = await records.people.get(holder.person)
    if (person === null) throw new AppError('UNAUTHORIZED')
    const left = await lockout.attempt(person.username)
    if (!(await this.#isPassword(person.id, current))) {
      await this.#audit(person, 'session.change-password', 'refused')
      throw new AppError('WRONG_CREDENTIALS', 'Wrong current password', { left })
    }
    await lockout.succeeded(person.username)
    await accounts.setPassword(person, next, { keepSession: holder.sessionId })
    await this.#audit(person, 'session.change-password', 'ok')
  }

  async #librarySession(username: string, password: string): Promise<{ id: string; cookies: string[] } | null> {
    const { library } = this.#options
    try {
      const { headers, response } = await library.api.signInUsername({ body: { username, password }, returnHeaders: true })
      const { internalAdapter } = await library.$context
      const found = await internalAdapter.findSession(response.token)
      return found === null ? null : { id: found.session.id, cookies: headers.getSetCookie() }
    } catch (error) {
      if (isRefusal(error)) return null
      throw error
    }
  }

  async #isPassword(person: PersonId, password: string): Promise<boolean> {
    const { internalAdapter } = await this.#options.library.$context
    const account = await internalAdapter.findCredentialAccount(person)
    return account?.password ? passwordHash.verify({ hash: account.password, password }) : false
  }

  /** A username that is nobody's is not written down: people type passwords there by mistake. */
  async #audit(person: PersonRecord | null, action: string, result: 'ok' | 'refused'): Promise<void> {
    const { records, clock } = this.#options
    await records.audit.append({
      at: clock.now(),
      actor: person?.id ?? null,
      actorName: person?.name ?? '',
      action,
      target: person === null ? '' : `person ${person.id}`,
      result,
    })
  }
}

function isRefusal(error: unknown): boolean {
  if (!(error instanceof Error) || !('statusCode' in error)) return false
  return typeof error.statusCode === 'number' && error.statusCode >= 400 && error.statusCode < 500
}

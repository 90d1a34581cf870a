/**
 * better-auth, bent as little as possible: it keeps accounts, checks passwords, makes sessions and signs their cookies. None of
 * its routes is mounted; ours (`http/routes/session.ts`) call its API. What a person is stays in our own tables; an account
 * row appears when they set a password and carries the same id.
 */
import { betterAuth } from 'better-auth'
import { username } from 'better-auth/plugins/username'
import type { Kysely } from 'kysely'
import { PASSWORD_MAX } from '../../shared/model/password-rules'
import { newId } from '../platform/random'
import { usernameKey } from '../platform/username'
import { passwordHash } from './passwords'

/** However active, a session ends after a day; idleness ends it sooner (`sessions.ts`). */
const SESSION_SECONDS = 24 * 60 * 60

export interface LibraryOptions {
  /** It brings its own idea of the tables along. */
  db: Kysely<unknown>
  secret: string
  /** Where people reach us; https makes the cookies Secure. */
  publicUrl: string | null
}

export function createLibrary({ db, secret, publicUrl }: LibraryOptions) {
  return betterAuth({
    appName: 'duizhao',
    baseURL: publicUrl ?? 'http://localhost',
    secret,
    database: { db, type: 'sqlite' },
    telemetry: { enabled: false },
    // It would log usernames to the console; failures come back as errors and are logged by us.
    logger: { disabled: true },
    rateLimit: { enabled: false },
    user: { modelName: 'auth_users' },
    account: { modelName: 'auth_accounts' },
    verification: { modelName: 'auth_verifications' },
    session: {
      modelName: 'auth_sessions',
      expiresIn: SESSION_SECONDS,
      disableSessionRefresh: true,
      cookieCache: { enabled: false },
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 1,
      maxPasswordLength: PASSWORD_MAX,
      password: passwordHash,
    },
    plugins: [
      username({
        minUsernameLength: 1,
        maxUsernameLength: 64,
        usernameNormalization: usernameKey,
        // Usernames are made by us from names; what cannot be one is simply not found.
        usernameValidator: () => true,
      }),
    ],
    advanced: {
      cookiePrefix: 'duizhao',
      // Off by default under NODE_ENV=test, and with a wildcard host; say so in so many words.
      disableOriginCheck: false,
      useSecureCookies: publicUrl?.startsWith('https:') ?? false,
      ipAddress: { disableIpTracking: true },
      database: { generateId: () => newId() },
    },
  })
}

/** The part of it that we use; the rest of its type follows the database's. */
export type AuthLibrary = Pick<ReturnType<typeof createLibrary>, 'api' | '$context'>

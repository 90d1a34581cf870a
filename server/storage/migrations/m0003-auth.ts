/** The tables better-auth keeps accounts and sessions in; names and columns are the library's, mapped in `auth/auth.ts`. */
import { type Kysely, sql } from 'kysely'
import type { Migration } from './migration'

const STATEMENTS = [
  `CREATE TABLE auth_users (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    email TEXT NOT NULL UNIQUE,
    emailVerified INTEGER NOT NULL,
    image TEXT,
    createdAt TEXT NOT NULL,
    updatedAt TEXT NOT NULL,
    username TEXT UNIQUE,
    displayUsername TEXT)`,
  `CREATE TABLE auth_sessions (
    id TEXT PRIMARY KEY,
    expiresAt TEXT NOT NULL,
    token TEXT NOT NULL UNIQUE,
    createdAt TEXT NOT NULL,
    updatedAt TEXT NOT NULL,
    ipAddress TEXT,
    userAgent TEXT,
    userId TEXT NOT NULL REFERENCES auth_users (id) ON DELETE CASCADE)`,
  'CREATE INDEX auth_sessions_user ON auth_sessions (userId)',
  `CREATE TABLE auth_accounts (
    id TEXT PRIMARY KEY,
    accountId TEXT NOT NULL,
    providerId TEXT NOT NULL,
    issuer TEXT,
    userId TEXT NOT NULL REFERENCES auth_users (id) ON DELETE CASCADE,
    accessToken TEXT,
    refreshToken TEXT,
    idToken TEXT,
    accessTokenExpiresAt TEXT,
    refreshTokenExpiresAt TEXT,
    scope TEXT,
    password TEXT,
    createdAt TEXT NOT NULL,
    updatedAt TEXT NOT NULL)`,
  'CREATE INDEX auth_accounts_user ON auth_accounts (userId)',
  `CREATE TABLE auth_verifications (
    id TEXT PRIMARY KEY,
    identifier TEXT NOT NULL,
    value TEXT NOT NULL,
    expiresAt TEXT NOT NULL,
    createdAt TEXT,
    updatedAt TEXT)`,
]

export const m0003Auth: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
  },
}

/**
 * Configuration, parsed once from the environment. Each key is documented where it is defined; `duizhao --help`
 * prints from here. Nothing secret has a default: the session secret is made in the data folder at first start.
 */
import { resolve } from 'node:path'
import { z } from 'zod'

const count = (min: number, max: number) => z.coerce.number().int().min(min).max(max)
const flag = z.enum(['0', '1', 'false', 'true']).transform((value) => value === '1' || value === 'true')
const origin = z.url({ protocol: /^https?$/ }).transform((value) => new URL(value).origin)

const schema = z.object({
  PORT: count(0, 65_535).default(3000).describe('Port to listen on; 0 takes a free one, which the log names'),
  HOST: z.string().min(1).default('0.0.0.0').describe('Address to listen on; 127.0.0.1 behind a proxy on the same machine'),
  DATA_DIR: z.string().min(1).default('./data').describe('Folder that holds everything: database, session secret'),
  PUBLIC_URL: origin
    .optional()
    .describe('Address people type, such as https://duizhao.example; links are built from it, https makes cookies Secure'),
  ALLOWED_ORIGINS: z
    .string()
    .default('')
    .transform((value) => value.split(',').map((part) => part.trim()))
    .pipe(z.array(z.string()).transform((parts) => parts.filter((part) => part !== '')))
    .pipe(z.array(origin))
    .describe('Further web origins that may speak to the server, separated by commas; its own is always allowed'),
  TRUST_PROXY: flag
    .default(false)
    .describe(
      '1 behind a reverse proxy that sets X-Forwarded-For and X-Forwarded-Proto; leave out otherwise, both can be forged',
    ),
  IDLE_MINUTES: count(1, 24 * 60)
    .default(30)
    .describe('After this long without activity a person is signed out'),
  LOCKOUT_FAILURES: count(1, 100).default(5).describe('Wrong passwords in a row before the username is locked'),
  LOCKOUT_MINUTES: count(1, 24 * 60)
    .default(30)
    .describe('How long it stays locked'),
  SIGN_IN_PER_MINUTE: count(1, 100_000)
    .default(120)
    .describe('Sign-ins and uses of invitation links accepted from one address a minute'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'])
    .default('info')
    .describe('How much is logged, as JSON lines'),
})

export interface Config {
  port: number
  host: string
  dataDir: string
  publicUrl: string | null
  allowedOrigins: readonly string[]
  trustProxy: boolean
  idleMinutes: number
  lockout: { failures: number; minutes: number }
  signInPerMinute: number
  logLevel: string
}

/** Names every fault at once, so that one start is enough to mend them all. */
export class ConfigError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`The configuration has ${faults.length} fault(s):\n${faults.map((fault) => `  ${fault}`).join('\n')}`)
    this.name = 'ConfigError'
  }
}

export function parseConfig(environment: Record<string, string | undefined>): Config {
  // An empty variable is one that was not set: compose files and shells write them so.
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = schema.safeParse(given)
  if (!parsed.success)
    throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path[0]?.toString() ?? ''}: ${issue.message}`))
  const values = parsed.data
  return {
    port: values.PORT,
    host: values.HOST,
    dataDir: resolve(values.DATA_DIR),
    publicUrl: values.PUBLIC_URL ?? null,
    allowedOrigins: values.ALLOWED_ORIGINS,
    trustProxy: values.TRUST_PROXY,
    idleMinutes: values.IDLE_MINUTES,
    lockout: { failures: values.LOCKOUT_FAILURES, minutes: values.LOCKOUT_MINUTES },
    signInPerMinute: values.SIGN_IN_PER_MINUTE,
    logLevel: values.LOG_LEVEL,
  }
}

/** One line a key: name, what it does, what it is when left out. */
export function describeConfig(): string {
  return Object.entries(schema.shape)
    .map(([key, type]) => {
      const fallback = schema.safeParse({}).data?.[key as keyof typeof schema.shape]
      const shown = fallback === undefined || (Array.isArray(fallback) && fallback.length === 0) ? 'unset' : String(fallback)
      return `  ${key.padEnd(19)}${type.description ?? ''} [${shown}]`
    })
    .join('\n')
}

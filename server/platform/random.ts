import { createHash, randomBytes } from 'node:crypto'

/** 21 URL-safe characters, 126 bits. */
export function newId<Id extends string>(): Id {
  return randomBytes(16).toString('base64url').slice(0, 21) as Id
}

/** A secret for a link: 32 bytes, URL-safe. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** 0 ≤ value < 1. */
export function randomNumber(): number {
  return randomBytes(4).readUInt32BE() / 2 ** 32
}

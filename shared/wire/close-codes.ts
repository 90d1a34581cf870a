/**
 * Why the server closes a socket. 4400–4499: do not come back by yourself; 4500–4599: try again (docs/wire.md, W9).
 * y-websocket 3.1 and later honours the same ranges.
 */
export const CLOSE = {
  signedOut: 4401,
  notAllowed: 4403,
  gone: 4404,
  outdated: 4406,
  refusedChange: 4409,
  tooLarge: 4413,
  malformed: 4422,
  tooFrequent: 4429,
  accessChanged: 4503,
  shuttingDown: 4504,
  tooSlow: 4508,
  unavailable: 4510,
} as const

export type CloseCode = (typeof CLOSE)[keyof typeof CLOSE]

export function mayComeBack(code: number): boolean {
  return code < 4400 || code >= 4500
}

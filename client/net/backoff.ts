/** How long to wait before the next attempt to connect. Jitter spreads a whole office coming back to a restarted server. */
const FIRST_MS = 250
export const LONGEST_MS = 10_000

/** @param failures attempts since the last connection that synchronised. @param random 0 ≤ x < 1 */
export function backoffMs(failures: number, random: number): number {
  const ceiling = Math.min(LONGEST_MS, FIRST_MS * 2 ** failures)
  return Math.round(ceiling * (0.5 + random / 2))
}

/** Medians and percentiles. */

export function median(values: readonly number[]): number {
  return percentile([...values].sort(ascending), 0.5)
}

/** @param sorted ascending; NaN if there is none */
export function percentile(sorted: readonly number[], share: number): number {
  if (sorted.length === 0) return Number.NaN
  const at = (sorted.length - 1) * share
  const low = sorted[Math.floor(at)] as number
  const high = sorted[Math.ceil(at)] as number
  return low + (high - low) * (at - Math.floor(at))
}

/** `p50Ms`, `p95Ms` and `p99Ms` of `values`, each name led by `what`. */
export function latencies(what: string, values: readonly number[]): Record<string, number> {
  const sorted = [...values].sort(ascending)
  const named = (share: number) => round(percentile(sorted, share))
  return { [`${what}P50Ms`]: named(0.5), [`${what}P95Ms`]: named(0.95), [`${what}P99Ms`]: named(0.99) }
}

/** Three significant digits are more than a shared machine can promise. */
export function round(value: number): number {
  return value === 0 || !Number.isFinite(value) ? value : Number(value.toPrecision(4))
}

function ascending(a: number, b: number): number {
  return a - b
}

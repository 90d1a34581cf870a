/** What a scenario is, and what it hands back. */
import type { Figures } from '../load/target'

export interface BenchOptions {
  /** How often each server is measured, in turns; the figures are the medians. */
  rounds: number
  /** How long each measurement lasts, where it is a matter of time. */
  seconds: number
  /** Whether the peers are measured as well. */
  peers: boolean
  /** Folder of the build under test. */
  dist: string
}

export interface AimResult {
  /** As written in docs/performance.md. */
  aim: string
  value: number
  /** The value must not be above it, or not below it. */
  limit: { atMost: number } | { atLeast: number }
  reached: boolean
}

export interface Outcome {
  /** Medians of the rounds, for each server. */
  figures: Record<string, Figures>
  /** The lowest and highest of the rounds, for each server. */
  ranges?: Record<string, Record<string, readonly [number, number]>>
  /** Ours divided by the peer's. */
  ratios: Record<string, Figures>
  aims: AimResult[]
  notes?: string[]
  /** False: this scenario has nothing to measure yet; `notes` say why. */
  supported?: boolean
}

export interface Scenario {
  name: string
  about: string
  run(options: BenchOptions): Promise<Outcome>
}

export const OURS = 'duizhao'

export function aim(text: string, value: number | undefined, limit: AimResult['limit']): AimResult {
  const measured = value ?? Number.NaN
  const reached = 'atMost' in limit ? measured <= limit.atMost : measured >= limit.atLeast
  return { aim: text, value: measured, limit, reached }
}

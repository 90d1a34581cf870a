/** A room's dealings with those who may only suggest: a judge while any of them is here, and a limit on how often one may be refused. */
import type { PersonId } from '../../shared/ids'
import { Judge, type Judged, type JudgeOptions, type Ruling, type Taken } from './judge'
import type { LiveSession } from './live-session'
import { RateLimit } from '../platform/rate-limit'

/** Each refusal costs a new copy of the document: five at once, then one in ten seconds. */
const REFUSALS = { perSecond: 0.1, burst: 5 }

export class Suggesters {
  readonly #options: JudgeOptions
  readonly #refusals = new Map<PersonId, RateLimit>()
  #judge: Judge | null = null

  constructor(options: JudgeOptions) {
    this.#options = options
  }

  /** Runs `task` when a judge is ready, in the order of the calls. */
  whenReady(task: () => void): void {
    this.#judge ??= new Judge(this.#options)
    this.#judge.whenReady(task)
  }

  /** Everything the room takes from others passes here. */
  apply(taken: Taken): void {
    this.#judge?.apply(taken)
  }

  /** Call it from `whenReady` only. */
  rule(judged: Judged): Ruling | { ok: false; refusal: 'tooOften' | 'reader' } {
    const now = this.#options.clock.now()
    const refusals = this.#refusals.get(judged.person) ?? new RateLimit({ ...REFUSALS, now })
    if (refusals.isExhausted(now) || this.#judge === null) return { ok: false, refusal: 'tooOften' }
    const ruling = this.#judge.rule(judged)
    if (!ruling.ok) {
      refusals.take(now)
      this.#refusals.set(judged.person, refusals)
    }
    return ruling
  }

  /** `present`: who is still in the room. */
  left(present: Iterable<LiveSession>): void {
    for (const session of present) if (session.isJudged) return
    this.#judge?.end()
    this.#judge = null
  }
}

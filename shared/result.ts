/** An expected failure is a value; a broken promise is a throw (`invariant`). */
export type Result<T, E> = { ok: true; value: T } | { ok: false; error: E }

export function ok<T>(value: T): Result<T, never> {
  return { ok: true, value }
}

export function failed<E>(error: E): Result<never, E> {
  return { ok: false, error }
}

/** Throws if `condition` does not hold: for what cannot be, not for what a person may do. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`Invariant broken: ${message}`)
}

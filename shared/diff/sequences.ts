/** The shortest way from one sequence to another (Myers), as stretches. Where the two have too little in common it says so in one replacement, so that time and memory stay bounded. */
export interface Stretch {
  op: 'same' | 'delete' | 'insert'
  /** Where it stands in the first sequence; for an insertion, before which element. */
  from: number
  /** Where it stands in the second; for a deletion, before which element. */
  to: number
  length: number
}

/** More differences than this are one replacement: the search costs their square. */
const MAX_DIFFERENCES = 1_500

export function diffSequences(before: readonly string[], after: readonly string[]): Stretch[] {
  let start = 0
  while (start < before.length && start < after.length && before[start] === after[start]) start++
  let tail = 0
  while (
    tail < before.length - start &&
    tail < after.length - start &&
    before[before.length - 1 - tail] === after[after.length - 1 - tail]
  ) {
    tail++
  }
  const stretches: Stretch[] = []
  push(stretches, 'same', 0, 0, start)
  const middle = shortest(before.slice(start, before.length - tail), after.slice(start, after.length - tail))
  for (const { op, from, to, length } of middle) push(stretches, op, from + start, to + start, length)
  push(stretches, 'same', before.length - tail, after.length - tail, tail)
  return stretches
}

function shortest(a: readonly string[], b: readonly string[]): Stretch[] {
  const trace = a.length === 0 || b.length === 0 ? null : search(a, b)
  const stretches: Stretch[] = []
  if (trace === null) {
    push(stretches, 'delete', 0, 0, a.length)
    push(stretches, 'insert', a.length, 0, b.length)
    return stretches
  }
  for (const { op, from, to } of walkBack(trace, a.length, b.length)) push(stretches, op, from, to, 1)
  return stretches
}

/** For each number of differences how far each diagonal reached before it; null: too many. */
function search(a: readonly string[], b: readonly string[]): Int32Array[] | null {
  const most = Math.min(a.length + b.length, MAX_DIFFERENCES)
  const middle = most + 1
  const reached = new Int32Array(2 * most + 3)
  const trace: Int32Array[] = []
  for (let differences = 0; differences <= most; differences++) {
    trace.push(reached.slice(middle - differences - 1, middle + differences + 2))
    for (let diagonal = -differences; diagonal <= differences; diagonal += 2) {
      const down = reached[middle + diagonal + 1] ?? 0
      const right = (reached[middle + diagonal - 1] ?? 0) + 1
      const goesDown = diagonal === -differences || (diagonal !== differences && (reached[middle + diagonal - 1] ?? 0) < down)
      let x = goesDown ? down : right
      while (x < a.length && x - diagonal < b.length && a[x] === b[x - diagonal]) x++
      reached[middle + diagonal] = x
      if (x >= a.length && x - diagonal >= b.length) return trace
    }
  }
  return null
}

function walkBack(trace: readonly Int32Array[], endX: number, endY: number): Pick<Stretch, 'op' | 'from' | 'to'>[] {
  const steps: Pick<Stretch, 'op' | 'from' | 'to'>[] = []
  let x = endX
  let y = endY
  for (let differences = trace.length - 1; differences >= 0; differences--) {
    const reached = trace[differences] ?? new Int32Array()
    const at = (diagonal: number) => reached[diagonal + differences + 1] ?? 0
    const diagonal = x - y
    const cameDown = diagonal === -differences || (diagonal !== differences && at(diagonal - 1) < at(diagonal + 1))
    const previous = cameDown ? diagonal + 1 : diagonal - 1
    const previousX = differences === 0 ? 0 : at(previous)
    const previousY = differences === 0 ? 0 : previousX - previous
    while (x > previousX && y > previousY) {
      x--
      y--
      steps.push({ op: 'same', from: x, to: y })
    }
    if (differences === 0) break
    if (cameDown) steps.push({ op: 'insert', from: x, to: --y })
    else steps.push({ op: 'delete', from: --x, to: y })
  }
  return steps.reverse()
}

function push(stretches: Stretch[], op: Stretch['op'], from: number, to: number, length: number): void {
  if (length === 0) return
  const last = stretches.at(-1)
  if (last?.op === op) last.length += length
  else stretches.push({ op, from, to, length })
}

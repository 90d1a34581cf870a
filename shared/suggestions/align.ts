/** Which of the characters that stand in a text answer to those that shall: the same one, or an equal one beside it. */

export interface Character {
  text: string
  /** Its place in the history. */
  place: string
  /** What it bears besides the proposals of the person judged. */
  marks: string
}

/** Two texts of this product that differ more than this at once are no race somebody lost. */
const MAX_CELLS = 1_000_000

const EQUAL = 4
const SAME_PLACE = 2
const SAME_MARKS = 1

/** @returns for each of `wanted` its index in `standing`, in order, or null; null for all: they differ too much. */
export function align(wanted: readonly Character[], standing: readonly Character[]): (number | null)[] | null {
  let start = 0
  while (start < wanted.length && isSame(wanted[start], standing[start])) start++
  let end = 0
  while (end < wanted.length - start && end < standing.length - start && isSame(wanted.at(-1 - end), standing.at(-1 - end))) end++
  const middle = best(wanted.slice(start, wanted.length - end), standing.slice(start, standing.length - end))
  if (middle === null) return null
  return [
    ...wanted.slice(0, start).map((_, index) => index),
    ...middle.map((index) => (index === null ? null : index + start)),
    ...wanted.slice(wanted.length - end).map((_, index) => standing.length - end + index),
  ]
}

function isSame(a: Character | undefined, b: Character | undefined): boolean {
  return a !== undefined && b !== undefined && a.place === b.place && a.marks === b.marks && a.text === b.text
}

/** The longest common subsequence, weighted: rather the very character than an equal one. */
function best(wanted: readonly Character[], standing: readonly Character[]): (number | null)[] | null {
  const width = standing.length + 1
  if ((wanted.length + 1) * width > MAX_CELLS) return null
  const scores = new Int32Array((wanted.length + 1) * width)
  const weight = (i: number, j: number) => {
    const [a, b] = [wanted[i], standing[j]]
    if (a === undefined || b === undefined || a.text !== b.text) return 0
    return EQUAL + (a.place === b.place ? SAME_PLACE : 0) + (a.marks === b.marks ? SAME_MARKS : 0)
  }
  const score = (i: number, j: number) => scores[i * width + j] ?? 0
  for (let i = wanted.length - 1; i >= 0; i--) {
    for (let j = standing.length - 1; j >= 0; j--) {
      const gain = weight(i, j)
      const matched = gain === 0 ? 0 : gain + score(i + 1, j + 1)
      scores[i * width + j] = Math.max(matched, score(i + 1, j), score(i, j + 1))
    }
  }
  const found: (number | null)[] = []
  for (let i = 0, j = 0; i < wanted.length; ) {
    const gain = weight(i, j)
    if (gain > 0 && score(i, j) === gain + score(i + 1, j + 1)) {
      found.push(j)
      i++
      j++
    } else if (score(i, j) === score(i + 1, j)) {
      found.push(null)
      i++
    } else j++
  }
  return found
}

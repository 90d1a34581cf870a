/** Of the words around a change only those next to it are shown. */
import type { Words } from '../../collab/words-in'

const AROUND = 14

export function nearby(words: readonly Words[]): Words[] {
  return words.map(({ op, text }, index) => {
    if (op !== 'same') return { op, text }
    const isFirst = index === 0
    const isLast = index === words.length - 1
    const characters = [...text]
    const before = isFirst ? [] : characters.slice(0, AROUND)
    const after = isLast ? [] : characters.slice(-AROUND)
    const isShort = characters.length <= before.length + after.length
    return { op, text: isShort ? text : `${before.join('')}…${after.join('')}` }
  })
}

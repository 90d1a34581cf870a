/**
 * A test that makes somebody print an error passes only by accident. One that expects the message replaces `console.error` by a
 * spy of its own and asserts on it.
 */
import { afterEach, beforeEach } from 'vitest'

const printed: string[] = []
const print = console.error

console.error = (...words: unknown[]) => {
  printed.push(words.map(String).join(' '))
  print(...words)
}

beforeEach(() => {
  printed.length = 0
})

afterEach(() => {
  const [first] = printed.splice(0)
  if (first !== undefined) throw new Error(`unexpected console.error: ${first}`)
})

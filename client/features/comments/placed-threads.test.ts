import { expect, it } from 'vitest'
import type { Thread } from '../../lib/api-types'
import { latestFirst, placedThreads, unreadIn } from './placed-threads'

const thread = (id: string, last: number, suggestion: string | null = null, unread = 0) =>
  ({ id, suggestion, unread, comments: [{ id: last }] }) as Thread

const THREADS = [thread('a', 1), thread('b', 9, null, 2), thread('c', 3, 's1'), thread('d', 4), thread('e', 5, 's2', 1)]

it('stand in the order of the text, before them those whose text is gone', () => {
  const placed = placedThreads(THREADS, ['s1', 'b', 'x', 'a'])
  expect(placed.map(({ id, place }) => [id, place])).toEqual([
    ['d', 'gone'],
    ['e', 'gone'],
    ['c', 'suggestion'],
    ['b', 'words'],
    ['a', 'words'],
  ])
})

it('are gone only from a text that is there', () => {
  expect(placedThreads(THREADS, null).map(({ place }) => place)).not.toContain('gone')
})

it('stand by time with the latest word first', () => {
  expect(latestFirst(placedThreads(THREADS, [])).map(({ id }) => id)).toEqual(['b', 'e', 'd', 'c', 'a'])
})

it('count what was not seen', () => {
  expect(unreadIn(THREADS)).toBe(3)
})

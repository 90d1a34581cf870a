/** Mentions as they are typed: an @, and the name chosen from a list. The text keeps `@name`; who is meant goes beside it. */
import type { PersonId } from '../../../shared/ids'

export interface Reader {
  person: PersonId
  name: string
}

/** Where a mention is being typed. */
export interface MentionQuery {
  /** Of the @. */
  at: number
  query: string
}

const LONGEST_QUERY = 16

/** What stands between an @ and the caret; null: no mention is being typed. */
export function mentionQuery(text: string, caret: number): MentionQuery | null {
  const found = /@([^\s@，。；：！？、,.;:!?]*)$/u.exec(text.slice(0, caret))
  const query = found?.[1]
  return query === undefined || query.length > LONGEST_QUERY ? null : { at: caret - query.length - 1, query }
}

/** Those whose name begins with, then those whose name has, what was typed. */
export function candidates(readers: readonly Reader[], query: string): Reader[] {
  const begin = readers.filter(({ name }) => name.startsWith(query))
  return [...begin, ...readers.filter(({ name }) => !name.startsWith(query) && name.includes(query))]
}

export function insertMention(text: string, caret: number, at: number, name: string): { text: string; caret: number } {
  const before = `${text.slice(0, at)}@${name} `
  return { text: before + text.slice(caret).replace(/^ /, ''), caret: before.length }
}

/** Runs of text, those that mention somebody apart. Of two names, one beginning with the other, the longer is meant. */
export function mentionRuns(text: string, readers: readonly Reader[]): { text: string; person: PersonId | null }[] {
  const longestFirst = [...readers].sort((a, b) => b.name.length - a.name.length)
  const runs: { text: string; person: PersonId | null }[] = []
  let plain = ''
  let rest = text
  while (rest !== '') {
    const meant = rest.startsWith('@') ? longestFirst.find(({ name }) => name !== '' && rest.startsWith(name, 1)) : undefined
    const length = meant === undefined ? 1 : meant.name.length + 1
    if (meant === undefined) plain += rest.slice(0, length)
    else {
      if (plain !== '') runs.push({ text: plain, person: null })
      plain = ''
      runs.push({ text: rest.slice(0, length), person: meant.person })
    }
    rest = rest.slice(length)
  }
  return plain === '' ? runs : [...runs, { text: plain, person: null }]
}

export function mentionedIn(text: string, readers: readonly Reader[]): PersonId[] {
  return [...new Set(mentionRuns(text, readers).flatMap(({ person }) => (person === null ? [] : [person])))]
}

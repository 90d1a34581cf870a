/**
 * The colour of each person's proposals, as one style sheet of the page: a rule for each author sets `--c` wherever
 * `data-author` (or a block's `data-join-author`, `data-retype-author`) names them. No attribute of the text carries a colour.
 */
import type { PersonId } from '../../../shared/ids'
import { PERSON_COLORS } from '../../../shared/wire/awareness'
import { strangerColor } from '../../lib/stranger-color'

let sheet: CSSStyleSheet | null = null
let members: ReadonlyMap<PersonId, number> = new Map()
const strangers = new Map<PersonId, number>()

/** `colors`: each person's colour index (0–7). Everybody in the meeting, also who is not here now. */
export function setAuthorColors(colors: ReadonlyMap<PersonId, number>): void {
  members = colors
  draw()
}

/** Of `authors`, those who wrote in a file: nobody knows of them but the text. */
export function colorStrangers(authors: readonly PersonId[]): void {
  const before = strangers.size
  for (const author of authors) {
    const color = strangers.has(author) ? null : strangerColor(author)
    if (color !== null) strangers.set(author, color)
  }
  if (strangers.size > before) draw()
}

function draw(): void {
  if (sheet === null) {
    sheet = new CSSStyleSheet()
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  }
  sheet.replaceSync(
    [...members, ...strangers]
      .map(([person, color]) => {
        const value = CSS.escape(person)
        const of = ['author', 'join-author', 'retype-author'].map((name) => `[data-${name}="${value}"]`).join(',')
        return `:is(${of}){--c:var(--u${(Math.abs(color) % PERSON_COLORS) + 1})}`
      })
      .join('\n'),
  )
}

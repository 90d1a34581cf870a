/**
 * Shows which words have comments. The marks stand in the text for good; which of them are open, and which one is lit, is a
 * matter of style: rules in a sheet of their own, so that nothing is touched in the text or under an input method.
 */
export class Highlights {
  readonly #sheet = new CSSStyleSheet()
  #rules = ''

  attach(): () => void {
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, this.#sheet]
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== this.#sheet)
    }
  }

  /** `open`: threads whose words are underlined. `lit`: the one in hand, open or not. */
  show(open: readonly string[], lit: string | null): void {
    const rules = [
      ...(open.length === 0
        ? []
        : [`${selectorOf(open)}{background:var(--comment-weak);border-bottom:2px solid var(--comment)}`]),
      ...(lit === null ? [] : [`${selectorOf([lit])}{background:var(--comment-strong);border-bottom:2px solid var(--comment)}`]),
    ].join('')
    if (rules === this.#rules) return
    // Proposed words keep the line that tells them from the others.
    const proposed = '.document :is(ins,del) [data-thread]{border-bottom-color:transparent!important}'
    this.#rules = rules
    this.#sheet.replaceSync(`@media screen{${rules}${proposed}}`)
  }
}

function selectorOf(threads: readonly string[]): string {
  return threads.map((id) => `.document [data-thread="${CSS.escape(id)}"]`).join(',')
}

const DRAFT = 'comment-draft'

/** The selection one is about to comment on stays visible while the keyboard is elsewhere. Where the browser knows no highlights: not. */
export function showDraft(range: Range | null): void {
  if (!('highlights' in CSS)) return
  if (range === null) CSS.highlights.delete(DRAFT)
  else CSS.highlights.set(DRAFT, new Highlight(range))
}

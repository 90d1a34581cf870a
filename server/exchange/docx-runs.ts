/** The text of one Word paragraph as pieces: what is inserted or deleted under track changes, what is commented on, fields by their result, marks from the runs. */
import type { Element } from '@xmldom/xmldom'
import type { MarkName } from '../../shared/schema/blocks'
import type { Piece, Revision } from '../../shared/suggestions/rich-text'
import type { Losses } from './docx-losses'
import type { RevisionReader } from './docx-revisions'
import type { ThreadPlaces } from './docx-threads'
import { attributeOf, childOf, childrenOf, switchIn, valueIn } from './docx-xml'

/** `style`: the id of its character style, '' for none. */
export type ReadPiece = Piece & { style: string }

export interface ReadingContext {
  losses: Losses
  places: ThreadPlaces
  revisionOf: RevisionReader
}

/** The change under which a run stands. */
interface Under {
  inserted?: Revision
  deleted?: Revision
}

/** Fields may span paragraphs, so their state lives as long as the document is read. */
export class RunReader {
  readonly #context: ReadingContext
  /** For each open field whether its instruction is still being read. */
  readonly #fields: boolean[] = []
  /** Threads that stand at a place with no text before it. */
  #waiting: string[] = []

  constructor(context: ReadingContext) {
    this.#context = context
  }

  read(paragraph: Element): ReadPiece[] {
    const pieces: ReadPiece[] = []
    this.#inline(paragraph, pieces, {})
    this.#waiting = []
    return pieces
  }

  /** Where comments begin and end may stand between paragraphs. @returns whether it was such a place. */
  range(element: Element): boolean {
    if (element.localName === 'commentRangeStart') this.#context.places.begin(attributeOf(element, 'id'))
    else if (element.localName === 'commentRangeEnd') this.#context.places.end(attributeOf(element, 'id'))
    else return false
    return true
  }

  #inline(parent: Element, pieces: ReadPiece[], under: Under): void {
    const { losses, revisionOf } = this.#context
    for (const child of childrenOf(parent)) {
      switch (child.localName) {
        case 'r':
          this.#run(child, pieces, under)
          break
        case 'ins':
        case 'moveTo':
          this.#inline(child, pieces, { ...under, inserted: revisionOf(child) })
          break
        case 'moveFrom':
        case 'del':
          if (child.localName === 'moveFrom' && child.textContent !== '') losses.add('move', child.textContent ?? '')
          this.#inline(child, pieces, { ...under, deleted: revisionOf(child) })
          break
        case 'AlternateContent':
          this.#inline(childOf(child, 'Choice') ?? childOf(child, 'Fallback') ?? child, pieces, under)
          break
        case 'oMath':
        case 'oMathPara':
          losses.add('formula', child.textContent ?? '')
          this.#push(pieces, { text: child.textContent ?? '', marks: [], style: '', ...under })
          break
        case 'sdt':
          this.#inline(childOf(child, 'sdtContent') ?? child, pieces, under)
          break
        case 'hyperlink':
        case 'smartTag':
        case 'fldSimple':
        case 'customXml':
        case 'dir':
        case 'bdo':
          this.#inline(child, pieces, under)
          break
        default:
          this.range(child)
      }
    }
  }

  #run(run: Element, pieces: ReadPiece[], under: Under): void {
    const { losses } = this.#context
    const properties = childOf(run, 'rPr')
    let text = ''
    for (const child of childrenOf(run)) {
      if (child.localName === 'commentReference') this.#reference(attributeOf(child, 'id'), pieces)
      else text += this.#content(child)
    }
    if (text === '') return
    if (switchIn(properties, 'vanish') === true) {
      losses.add('hidden', text)
      return
    }
    const marks = marksOf(properties)
    const style = valueIn(properties, 'rStyle') ?? ''
    this.#push(pieces, { text, marks, style, ...under, ...this.#restyled(properties, marks, text) })
  }

  #push(pieces: ReadPiece[], piece: ReadPiece): void {
    const over = this.#context.places.over()
    const threads = this.#waiting.length > 0 ? [...(over ?? []), ...this.#waiting] : over
    this.#waiting = []
    pieces.push(threads === undefined ? piece : { ...piece, threads })
  }

  /** A comment without a stretch is about the words before it, or else those after it. */
  #reference(comment: string | null, pieces: readonly ReadPiece[]): void {
    const thread = this.#context.places.at(comment)
    if (thread === null) return
    const before = pieces.at(-1)
    if (before === undefined) this.#waiting.push(thread)
    else before.threads = [...(before.threads ?? []), thread]
  }

  /** Bold, italic and underline are ours to propose; of any other change it is told that it was lost. */
  #restyled(properties: Element | null, marks: readonly MarkName[], text: string): Pick<Piece, 'restyled'> {
    const change = childOf(properties, 'rPrChange')
    if (change === null) return {}
    const before = marksOf(childOf(change, 'rPr'))
    if (before.join() !== marks.join()) return { restyled: { by: this.#context.revisionOf(change), before } }
    this.#context.losses.add('format', text)
    return {}
  }

  #content(child: Element): string {
    const { losses } = this.#context
    switch (child.localName) {
      case 'fldChar':
        this.#fieldBoundary(attributeOf(child, 'fldCharType'))
        return ''
      case 't':
      case 'delText':
        return this.#fields.includes(true) ? '' : (child.textContent ?? '')
      case 'tab':
      case 'ptab':
        return '\t'
      case 'br':
      case 'cr':
        return '\n'
      case 'noBreakHyphen':
        return '-'
      case 'sym':
        losses.add('symbol')
        return '□'
      case 'footnoteReference':
      case 'endnoteReference':
        losses.add('footnote')
        return ''
      case 'drawing':
      case 'pict':
      case 'object':
        this.#picture(child)
        return ''
      case 'AlternateContent': {
        const choice = childOf(child, 'Choice') ?? childOf(child, 'Fallback')
        return choice === null
          ? ''
          : childrenOf(choice)
              .map((inner) => this.#content(inner))
              .join('')
      }
      default:
        return ''
    }
  }

  #picture(element: Element): void {
    const box = textBoxText(element)
    if (box === '') this.#context.losses.add('picture')
    else this.#context.losses.add('textBox', box)
  }

  #fieldBoundary(type: string | null): void {
    if (type === 'begin') this.#fields.push(true)
    else if (type === 'separate' && this.#fields.length > 0) this.#fields[this.#fields.length - 1] = false
    else if (type === 'end') this.#fields.pop()
  }
}

function textBoxText(element: Element): string {
  const contents = element.getElementsByTagName('w:txbxContent')
  return contents.length > 0 ? (contents.item(0)?.textContent ?? '').trim() : ''
}

function marksOf(properties: Element | null): MarkName[] {
  const marks: MarkName[] = []
  if (switchIn(properties, 'b') === true) marks.push('bold')
  if (switchIn(properties, 'i') === true) marks.push('italic')
  if (switchIn(properties, 'u') === true) marks.push('underline')
  return marks
}

/** The text of one Word paragraph as runs: tracked insertions kept, deletions dropped, fields by their result, marks from the runs. */
import type { Element } from '@xmldom/xmldom'
import type { MarkName, Run } from '../../shared/schema/blocks'
import type { Losses } from './docx-losses'
import { attributeOf, childOf, childrenOf, switchIn, valueIn } from './docx-xml'

/** `style`: the id of its character style, '' for none. */
export type StyledRun = Run & { style: string }

/** Fields may span paragraphs, so their state lives as long as the document is read. */
export class RunReader {
  /** For each open field whether its instruction is still being read. */
  private readonly fields: boolean[] = []

  constructor(private readonly losses: Losses) {}

  read(paragraph: Element): Run[] {
    return this.readStyled(paragraph).map(({ style: _, ...run }) => run)
  }

  readStyled(paragraph: Element): StyledRun[] {
    const runs: StyledRun[] = []
    this.inline(paragraph, runs)
    return runs
  }

  private inline(parent: Element, runs: StyledRun[]): void {
    for (const child of childrenOf(parent)) {
      switch (child.localName) {
        case 'r':
          this.run(child, runs)
          break
        case 'ins':
        case 'moveTo':
          if (child.textContent !== '') this.losses.add('insertion', child.textContent ?? '')
          this.inline(child, runs)
          break
        case 'del':
        case 'moveFrom':
          if (child.textContent !== '') this.losses.add('deletion', child.textContent ?? '')
          break
        case 'AlternateContent':
          this.inline(childOf(child, 'Choice') ?? childOf(child, 'Fallback') ?? child, runs)
          break
        case 'oMath':
        case 'oMathPara':
          this.losses.add('formula', child.textContent ?? '')
          runs.push({ text: child.textContent ?? '', style: '' })
          break
        case 'commentRangeStart':
          this.losses.add('comment')
          break
        case 'sdt':
          this.inline(childOf(child, 'sdtContent') ?? child, runs)
          break
        case 'hyperlink':
        case 'smartTag':
        case 'fldSimple':
        case 'customXml':
        case 'dir':
        case 'bdo':
          this.inline(child, runs)
          break
        default:
      }
    }
  }

  private run(run: Element, runs: StyledRun[]): void {
    const properties = childOf(run, 'rPr')
    const marks = marksOf(properties)
    let text = ''
    for (const child of childrenOf(run)) text += this.content(child)
    if (text === '') return
    if (switchIn(properties, 'vanish') === true) this.losses.add('hidden', text)
    else runs.push({ text, ...(marks.length > 0 ? { marks } : {}), style: valueIn(properties, 'rStyle') ?? '' })
  }

  private content(child: Element): string {
    switch (child.localName) {
      case 'fldChar':
        this.fieldBoundary(attributeOf(child, 'fldCharType'))
        return ''
      case 't':
        return this.fields.includes(true) ? '' : (child.textContent ?? '')
      case 'tab':
      case 'ptab':
        return '\t'
      case 'br':
      case 'cr':
        return '\n'
      case 'noBreakHyphen':
        return '-'
      case 'sym':
        this.losses.add('symbol')
        return '□'
      case 'footnoteReference':
      case 'endnoteReference':
        this.losses.add('footnote')
        return ''
      case 'drawing':
      case 'pict':
      case 'object':
        this.picture(child)
        return ''
      case 'AlternateContent': {
        const choice = childOf(child, 'Choice') ?? childOf(child, 'Fallback')
        return choice === null
          ? ''
          : childrenOf(choice)
              .map((inner) => this.content(inner))
              .join('')
      }
      default:
        return ''
    }
  }

  private picture(element: Element): void {
    const box = textBoxText(element)
    if (box === '') this.losses.add('picture')
    else this.losses.add('textBox', box)
  }

  private fieldBoundary(type: string | null): void {
    if (type === 'begin') this.fields.push(true)
    else if (type === 'separate' && this.fields.length > 0) this.fields[this.fields.length - 1] = false
    else if (type === 'end') this.fields.pop()
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

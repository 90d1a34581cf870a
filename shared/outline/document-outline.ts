/** The structure of a material as the command line and the interface give it: headings without number and without a final 。 */
export interface OutlineSection {
  number: string
  heading: string
}

export interface OutlinePart {
  number: string
  heading: string
  sections: OutlineSection[]
}

/** What the recogniser guessed, corrected or left out, for the person who imports. */
export interface ReportItem {
  kind: 'guessed' | 'corrected' | 'left-out' | 'placeholder'
  /** A whole sentence in Chinese. */
  message: string
  /** The text it is about, cut to 40 characters. */
  excerpt: string
  /** Line of the source, from 1; absent where it is about the whole. */
  line?: number
}

export interface DocumentOutline {
  title: string | null
  preface: string[]
  parts: OutlinePart[]
  report: ReportItem[]
}

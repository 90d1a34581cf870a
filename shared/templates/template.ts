/**
 * What a template is: an outline with hints, as data. The prescribed aspects change every year, so nothing here is known to
 * code; a meeting keeps its own copy, which the office may edit.
 */
import type { MeetingKind } from '../model/meeting'

export interface TemplateSection {
  heading: string
  /** What belongs here, shown while the section is empty. */
  hint?: string
}

export interface TemplatePart {
  heading: string
  hint?: string
  sections: TemplateSection[]
}

export interface TemplateOutline {
  /** May hold `{year}`, `{name}` and `{team}`. */
  title: string
  prefaceHint?: string
  parts: TemplatePart[]
}

export interface Template {
  id: string
  name: string
  kind: MeetingKind
  /** One sentence: when to choose it. */
  about: string
  collective: TemplateOutline
  individual: TemplateOutline
}

/** 方面 a criticism may be about: what the outline's part on problems is divided into, as short as a tag. */
import type { TemplateOutline } from '../../../../shared/templates/template'
import { MAX_ASPECT_CHARS } from '../../../../shared/live/record'

export function aspectsOf({ parts }: Pick<TemplateOutline, 'parts'>): string[] {
  // Last year's rectification comes first in most outlines and is divided into nothing.
  const problems = parts.find(({ sections }) => sections.length > 0)
  return problems?.sections.map(({ heading }) => short(heading)) ?? []
}

/** 在理论学习方面 → 理论学习 */
function short(heading: string): string {
  const words = /^在?(.+?)(?:方面)?$/.exec(heading)?.[1] ?? heading
  return words.slice(0, MAX_ASPECT_CHARS)
}

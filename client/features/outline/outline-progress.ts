/** How far a text is: counted as the server counts it, so that the panel and the overview agree. */
import type { Section } from '../../editor/sections'

type Counted = Pick<Section, 'level' | 'totalChars'>

export function isWritten(section: Counted): boolean {
  return section.totalChars > 0
}

/** Sections with text, of those that have no section below them: a part is as far as its sections are. */
export function outlineProgress(sections: readonly Counted[]): { written: number; total: number } {
  const leaves = sections.filter((section, index) => (sections[index + 1]?.level ?? 0) <= section.level)
  return { written: leaves.filter(isWritten).length, total: leaves.length }
}

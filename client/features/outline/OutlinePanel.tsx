import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Section } from '../../editor/sections'
import type { Drafting } from './drafting'
import { outlineProgress } from './outline-progress'
import { OutlineRow } from './OutlineRow'
import classes from './OutlinePanel.module.css'
import { sameVisitors, type Visitor, visitorsBySection } from './section-presence'

export interface OutlinePanelProps {
  sections: readonly Section[]
  /** The section one's caret (or window) is in; null: the preface. */
  current: string | null
  visitors: readonly Visitor[]
  /** How many wait in each section, by its id. */
  suggestions: ReadonlyMap<string, number>
  drafting: Drafting
  /** In split view: whose outline this is. */
  of?: string
  /** Its id: places move with every word typed. */
  onJump: (section: string) => void
}

/**
 * 大纲: the headings with their numbers, who is where, and what is not written yet. Not drawn anew while others merely scroll
 * within their sections; `onJump` is taken for the same each time.
 */
export const OutlinePanel = memo(Outline, (before, after) => {
  const { sections, current, of, drafting } = before
  const isSame = sections === after.sections && current === after.current && of === after.of && drafting === after.drafting
  return isSame && sameVisitors(before.visitors, after.visitors) && sameCounts(before.suggestions, after.suggestions)
})

function sameCounts(some: ReadonlyMap<string, number>, others: ReadonlyMap<string, number>): boolean {
  return some.size === others.size && [...some].every(([section, count]) => others.get(section) === count)
}

function Outline({ sections, current, visitors, suggestions, drafting, of, onJump }: OutlinePanelProps) {
  const { t } = useTranslation()
  const bySection = visitorsBySection(sections, visitors)
  const { written, total } = outlineProgress(sections)
  return (
    <nav aria-label={t('outline.label')}>
      <div className={classes.head}>
        <h2 className={classes.heading}>{of === undefined ? t('outline.label') : t('outline.labelOf', { title: of })}</h2>
        {total > 0 && <span className={classes.progress}>{t('outline.progress', { written, total })}</span>}
      </div>
      {sections.length === 0 ? (
        <p className={classes.empty}>{t('outline.empty')}</p>
      ) : (
        <ol className={classes.list}>
          {sections.map((section) => (
            <OutlineRow
              key={section.id}
              section={section}
              isCurrent={section.id === current}
              visitors={bySection.get(section.id) ?? NOBODY}
              suggestions={suggestions.get(section.id) ?? 0}
              drafting={drafting}
              onJump={onJump}
            />
          ))}
        </ol>
      )}
    </nav>
  )
}

const NOBODY: readonly Visitor[] = []

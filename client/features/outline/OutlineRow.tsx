import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { headingText } from '../../../shared/outline/outline'
import type { Section } from '../../editor/sections'
import { Avatar } from '../../ui/Avatar'
import { Badge } from '../../ui/Badge'
import { DrafterMenu } from './DrafterMenu'
import type { Drafting } from './drafting'
import { isWritten } from './outline-progress'
import classes from './OutlinePanel.module.css'
import type { Visitor } from './section-presence'

interface OutlineRowProps {
  section: Section
  isCurrent: boolean
  visitors: readonly Visitor[]
  suggestions: number
  drafting: Drafting
  onJump: (section: string) => void
}

/** More avatars than this would push the heading out of its line. */
const MOST_AVATARS = 3

export const OutlineRow = memo(Row)

function Row({ section, isCurrent, visitors, suggestions, drafting, onJump }: OutlineRowProps) {
  const { t } = useTranslation()
  const shown = visitors.slice(0, MOST_AVATARS)
  const written = isWritten(section)
  const { candidates, assign } = drafting
  const drafter = section.ownDrafter === null ? '' : drafting.nameOf(section.ownDrafter)
  return (
    <li className={classes.item}>
      <button
        type="button"
        className={classes.row}
        data-level={section.level}
        data-written={written || undefined}
        aria-current={isCurrent ? 'location' : undefined}
        onClick={() => onJump(section.id)}
      >
        <span className={classes.text}>
          {section.number}
          {section.text === '' ? <span className={classes.untitled}>{t('outline.untitled')}</span> : headingText(section.text)}
        </span>
        <span className={classes.aside}>
          {suggestions > 0 && <Badge count={suggestions} label={t('suggestions.badge', { count: suggestions })} />}
          {drafter !== '' && <span className={classes.drafter}>{t('outline.drafter', { name: drafter })}</span>}
          {!written && <span className={classes.unwritten}>{t('outline.unwritten')}</span>}
          {shown.map((visitor) => (
            <span key={visitor.id} className={classes.visitor} data-activity={visitor.activity}>
              <Avatar name={visitor.name} color={visitor.color} size="small" label={t('outline.here', { name: visitor.name })} />
            </span>
          ))}
          {visitors.length > shown.length && (
            <span className={classes.more} title={visitors.map((visitor) => visitor.name).join('、')}>
              {t('outline.more', { count: visitors.length - shown.length })}
            </span>
          )}
        </span>
      </button>
      {assign !== null && <DrafterMenu section={section} candidates={candidates} onAssign={assign} />}
    </li>
  )
}

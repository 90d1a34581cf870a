import { useTranslation } from 'react-i18next'
import { headingText } from '../../../shared/outline/outline'
import type { PersonId } from '../../../shared/ids'
import type { Section } from '../../editor/sections'
import { DropMenu } from '../../ui/DropMenu'
import type { Drafting } from './drafting'
import classes from './OutlinePanel.module.css'

interface DrafterMenuProps {
  section: Section
  candidates: Drafting['candidates']
  onAssign: (section: string, person: PersonId | null) => void
}

/** Names the drafter of one section, or nobody. */
export function DrafterMenu({ section, candidates, onAssign }: DrafterMenuProps) {
  const { t } = useTranslation()
  const label = t('outline.nameDrafter', { section: `${section.number}${headingText(section.text)}` })
  const choices = [{ person: null, name: t('outline.noDrafter') }, ...candidates]
  return (
    <DropMenu
      target={
        <button type="button" className={classes.menu} aria-label={label} title={label}>
          ⋯
        </button>
      }
      entries={() =>
        choices.map(({ person, name }) => ({
          key: person ?? '',
          label: name,
          isChosen: person === section.ownDrafter,
          onSelect: () => onAssign(section.id, person),
        }))
      }
    />
  )
}

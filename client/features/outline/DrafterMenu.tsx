import { Menu } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { headingText } from '../../../shared/outline/outline'
import type { PersonId } from '../../../shared/ids'
import type { Section } from '../../editor/sections'
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
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <button type="button" className={classes.menu} aria-label={label} title={label}>
          ⋯
        </button>
      </Menu.Target>
      <Menu.Dropdown className={classes.choices}>
        {choices.map(({ person, name }) => (
          <Menu.Item
            key={person ?? ''}
            role="menuitemradio"
            aria-checked={person === section.ownDrafter}
            onClick={() => onAssign(section.id, person)}
          >
            <span aria-hidden="true" className={classes.tick}>
              {person === section.ownDrafter ? '✓' : ''}
            </span>
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

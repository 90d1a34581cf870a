import { SegmentedControl } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { MaterialId } from '../../../../shared/ids'
import type { Material } from '../../../lib/api-types'
import classes from './Panes.module.css'

interface PanesProps {
  /** One, or in split view two. */
  materials: readonly Material[]
  inHand: MaterialId
  nameOf: (material: Material) => string
  onChoose: (material: MaterialId) => void
  paneFor: (material: Material) => ReactNode
}

/** Too narrow for two papers of a readable width. */
const NARROW = '(max-width: 1100px)'

/** Two texts side by side; where there is no room for that, one behind the other, both live. */
export function Panes({ materials, inHand, nameOf, onChoose, paneFor }: PanesProps) {
  const { t } = useTranslation()
  const isNarrow = useMediaQuery(NARROW, false, { getInitialValueInEffect: false })
  const isStacked = isNarrow && materials.length > 1
  const handleChoose = (value: string) => {
    const chosen = materials.find((material) => material.id === value)
    if (chosen !== undefined) onChoose(chosen.id)
  }
  return (
    <div className={classes.panes} data-stacked={isStacked || undefined}>
      {isStacked && (
        <SegmentedControl
          className={classes.choice}
          size="xs"
          fullWidth
          aria-label={t('workspace.split.panes')}
          value={inHand}
          onChange={handleChoose}
          data={materials.map((material) => ({ value: material.id, label: nameOf(material) }))}
        />
      )}
      {materials.map((material) => (
        <div key={material.id} className={classes.place} hidden={isStacked && material.id !== inHand}>
          {paneFor(material)}
        </div>
      ))}
    </div>
  )
}

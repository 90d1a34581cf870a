import { useTranslation } from 'react-i18next'
import type { MaterialId, PersonId } from '../../../shared/ids'
import { materialGroups, type NavMaterial, type NavMember, type NavRow } from './material-groups'
import { MaterialRow } from './MaterialRow'
import classes from './MaterialsNav.module.css'

export interface MaterialsNavProps {
  materials: readonly NavMaterial[]
  members: readonly NavMember[]
  me: PersonId
  current: MaterialId
  /** Where a material's page is. */
  hrefOf: (material: MaterialId) => string
  onOpen: (material: MaterialId) => void
}

/** 班子材料 and 个人材料, each with whose it is, its state and how far it is. */
export function MaterialsNav({ materials, members, me, ...row }: MaterialsNavProps) {
  const { t } = useTranslation()
  const { collective, individual } = materialGroups(materials, members, me)
  return (
    <nav aria-label={t('workspace.nav.label')}>
      <Group label={t('workspace.nav.collective')} rows={collective} {...row} />
      <Group label={t('workspace.nav.individual')} rows={individual} {...row} />
    </nav>
  )
}

type GroupProps = Pick<MaterialsNavProps, 'current' | 'hrefOf' | 'onOpen'> & { label: string; rows: NavRow[] }

function Group({ label, rows, current, hrefOf, onOpen }: GroupProps) {
  if (rows.length === 0) return null
  return (
    <section aria-label={label}>
      <h2 className={classes.heading}>{label}</h2>
      <ul className={classes.list}>
        {rows.map((row) => (
          <li key={row.id}>
            <MaterialRow row={row} isCurrent={row.id === current} href={hrefOf(row.id)} onOpen={onOpen} />
          </li>
        ))}
      </ul>
    </section>
  )
}

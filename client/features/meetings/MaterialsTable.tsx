import { useTranslation } from 'react-i18next'
import type { Transition } from '../../../shared/access/transitions'
import type { PersonId } from '../../../shared/ids'
import type { Material, MeetingDetail } from '../../lib/api-types'
import { EmptyState } from '../../ui/EmptyState'
import table from '../../ui/Table.module.css'
import { MaterialRow } from './MaterialRow'
import { inOrder } from './materials'

interface MaterialsTableProps {
  meeting: MeetingDetail
  me: PersonId
  onTransition: (material: Material, transition: Transition) => void
  onImport: (material: Material) => void
}

export function MaterialsTable({ meeting, me, onTransition, onImport }: MaterialsTableProps) {
  const { t } = useTranslation()
  if (meeting.materials.length === 0) return <EmptyState sentence={t('meeting.materials.empty')} />
  return (
    <div className={table.card}>
      <table className={`${table.table} ${table.stacked}`}>
        <thead>
          <tr>
            <th scope="col">{t('meeting.materials.whose')}</th>
            <th scope="col">{t('meeting.materials.progress')}</th>
            <th scope="col">{t('meeting.materials.state')}</th>
            <th scope="col">
              <span className={table.spoken}>{t('meeting.materials.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {inOrder(meeting.materials, meeting.members, me).map((material) => (
            <MaterialRow
              key={material.id}
              material={material}
              owner={meeting.members.find(({ person }) => person === material.owner)}
              isMine={material.owner === me}
              onTransition={(transition) => onTransition(material, transition)}
              onImport={() => onImport(material)}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

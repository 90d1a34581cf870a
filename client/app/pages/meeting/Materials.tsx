import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Transition } from '../../../../shared/access/transitions'
import type { MaterialId, PersonId } from '../../../../shared/ids'
import { ImportDialog } from '../../../features/exchange/ImportDialog'
import { MaterialsTable } from '../../../features/meetings/MaterialsTable'
import { useMeetingMutation } from '../../../features/meetings/useMeetingMutation'
import { TransitionDialog } from '../../../features/review/TransitionDialog'
import { api } from '../../../lib/api'
import type { Material, MeetingDetail } from '../../../lib/api-types'
import classes from './Materials.module.css'

interface Asked {
  material: Material
  transition: Transition | null
}

/** The materials with everything that can be done to them without opening them. */
export function Materials({ meeting, me }: { meeting: MeetingDetail; me: PersonId }) {
  const { t } = useTranslation()
  const [asked, setAsked] = useState<Asked | null>(null)
  const [importing, setImporting] = useState<Material | null>(null)
  const [imported, setImported] = useState<string | null>(null)
  const handleClose = () => {
    transition.reset()
    // The dialog keeps its words while it fades.
    setAsked((before) => before && { ...before, transition: null })
  }
  const transition = useMeetingMutation(
    (input: { material: MaterialId; transition: Transition; reason?: string }) => api.materials.transition(input),
    handleClose,
  )
  return (
    <>
      <p role="status" className={classes.done}>
        {imported !== null && `✓ ${t('meeting.materials.imported', { title: imported })}`}
      </p>
      <MaterialsTable
        meeting={meeting}
        me={me}
        onTransition={(material, which) => setAsked({ material, transition: which })}
        onImport={setImporting}
      />
      {asked !== null && (
        <TransitionDialog
          transition={asked.transition}
          material={asked.material}
          busy={transition.isPending}
          error={transition.error}
          onConfirm={(which, reason) =>
            transition.mutate({ material: asked.material.id, transition: which, ...(reason === undefined ? {} : { reason }) })
          }
          onClose={handleClose}
        />
      )}
      {importing !== null && (
        <ImportDialog
          opened
          material={importing.id}
          title={importing.title}
          onClose={() => setImporting(null)}
          onDone={() => {
            setImported(importing.title)
            setImporting(null)
          }}
        />
      )}
    </>
  )
}

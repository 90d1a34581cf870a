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
  // Closed dialogs stay in their place: only one that was closed before knows where the focus came from.
  const [first] = meeting.materials
  const [asked, setAsked] = useState<Asked | null>(null)
  const [importing, setImporting] = useState<{ material: Material; opened: boolean } | null>(null)
  const [imported, setImported] = useState<string | null>(null)
  const handleImportClose = () => setImporting((before) => before && { ...before, opened: false })
  const handleImported = () => {
    setImported(importing?.material.title ?? null)
    handleImportClose()
  }
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
        onImport={(material) => setImporting({ material, opened: true })}
      />
      {first && (
        <>
          <TransitionDialog
            transition={asked?.transition ?? null}
            material={asked?.material ?? first}
            busy={transition.isPending}
            error={transition.error}
            onConfirm={(which, reason) => {
              if (asked === null) return
              const input = { material: asked.material.id, transition: which }
              transition.mutate(reason === undefined ? input : { ...input, reason })
            }}
            onClose={handleClose}
          />
          <ImportDialog
            opened={importing?.opened === true}
            material={(importing?.material ?? first).id}
            title={(importing?.material ?? first).title}
            onClose={handleImportClose}
            onDone={handleImported}
          />
        </>
      )}
    </>
  )
}

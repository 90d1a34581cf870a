import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MaterialId } from '../../../shared/ids'
import { api } from '../../lib/api'
import { versionsQuery } from '../../lib/query'
import { ErrorNote } from '../../ui/ErrorNote'
import classes from './History.module.css'

interface RestoreBarProps {
  material: MaterialId
  version: number
  name: string
  onRestored: () => void
}

/** Goes back to a version after asking; what stood before is kept as a version of its own. */
export function RestoreBar({ material, version, name, onRestored }: RestoreBarProps) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const [asks, setAsks] = useState(false)
  const restore = useMutation({
    mutationFn: () => api.versions.restore({ material, version }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: versionsQuery(material).queryKey })
      onRestored()
    },
  })
  return (
    <div className={classes.restore}>
      {asks ? (
        <>
          <span>{t('history.restore.about', { name })}</span>
          <Button size="compact-sm" loading={restore.isPending} onClick={() => restore.mutate()} data-autofocus>
            {t('history.restore.confirm')}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => setAsks(false)}>
            {t('history.restore.cancel')}
          </Button>
        </>
      ) : (
        <Button size="compact-sm" variant="default" onClick={() => setAsks(true)}>
          {t('history.restore.open')}
        </Button>
      )}
      <ErrorNote error={restore.error} />
    </div>
  )
}

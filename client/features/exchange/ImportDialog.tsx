import { Modal } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MaterialId } from '../../../shared/ids'
import { api } from '../../lib/api'
import { materialQuery, meetingsQuery } from '../../lib/query'
import { ImportPreview } from './ImportPreview'
import { EMPTY_SOURCE, importSourceOf, type Source } from './source'
import { SourceForm } from './SourceForm'

interface ImportDialogProps {
  opened: boolean
  material: MaterialId
  /** What the material is called. */
  title: string
  onClose: () => void
  onDone: () => void
}

/** A text from outside becomes a material: choose, look at what was recognised, replace. */
export function ImportDialog({ opened, title, onClose, ...rest }: ImportDialogProps) {
  const { t } = useTranslation()
  return (
    <Modal opened={opened} onClose={onClose} title={t('exchange.title', { title })} size={760}>
      <ImportSteps title={title} {...rest} />
    </Modal>
  )
}

function ImportSteps({ material, title, onDone }: Omit<ImportDialogProps, 'opened' | 'onClose'>) {
  const queryClient = useQueryClient()
  const [source, setSource] = useState<Source>(EMPTY_SOURCE)
  const preview = useMutation({ mutationFn: async (of: Source) => api.materials.previewImport(importSourceOf(material, of)) })
  const replace = useMutation({
    mutationFn: async () => api.materials.import(importSourceOf(material, source)),
    onSuccess: async () => {
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: meetingsQuery.queryKey }),
        queryClient.invalidateQueries({ queryKey: materialQuery(material).queryKey }),
      ])
      onDone()
    },
  })
  const handlePreview = (of: Source) => {
    setSource(of)
    preview.mutate(of)
  }
  const handleBack = () => {
    preview.reset()
    replace.reset()
  }

  if (preview.data === undefined && source.encoding === null) {
    return (
      <SourceForm
        source={source}
        busy={preview.isPending}
        error={preview.error}
        onChange={setSource}
        onPreview={() => handlePreview(source)}
      />
    )
  }
  return (
    <ImportPreview
      title={title}
      source={source}
      result={preview.data}
      busy={replace.isPending}
      error={preview.error ?? replace.error}
      onEncoding={(encoding) => handlePreview({ ...source, encoding })}
      onBack={() => {
        setSource({ ...source, encoding: null })
        handleBack()
      }}
      onConfirm={() => replace.mutate()}
    />
  )
}

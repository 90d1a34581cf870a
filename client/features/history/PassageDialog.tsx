import { Modal, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Editor } from '@tiptap/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MOST_STRETCHES } from '../../../shared/history/stretch'
import type { MaterialId } from '../../../shared/ids'
import { selectedWriting, type Writing } from '../../editor/selected-writing'
import { ErrorNote } from '../../ui/ErrorNote'
import { Wait } from '../../ui/Wait'
import { PassageItem } from './PassageItem'
import classes from './Passages.module.css'
import { passagesOf } from './passages'
import { originsQuery } from './queries'

interface PassageDialogProps {
  opened: boolean
  editor: Editor
  material: MaterialId
  /** Resolves when what was typed here is with the server, or cannot be. */
  saved: () => Promise<void>
  onClose: () => void
}

/** 谁写的: the selected words, by whom and when. */
export function PassageDialog({ opened, onClose, ...rest }: PassageDialogProps) {
  const { t } = useTranslation()
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size={560}
      title={t('history.passage.title')}
      closeButtonProps={{ 'aria-label': t('history.close') }}
    >
      {opened && <Selected {...rest} />}
    </Modal>
  )
}

function Selected({ editor, ...rest }: Omit<PassageDialogProps, 'opened' | 'onClose'>) {
  const { t } = useTranslation()
  // As it was when asked for: the text may go on.
  const [writing] = useState(() => selectedWriting(editor))
  if (writing.length === 0) return <Text size="sm">{t('history.passage.empty')}</Text>
  if (writing.length > MOST_STRETCHES) return <Text size="sm">{t('history.passage.tooLong')}</Text>
  return <Passages writing={writing} {...rest} />
}

interface PassagesProps extends Pick<PassageDialogProps, 'material' | 'saved'> {
  writing: readonly Writing[]
}

function Passages({ writing, material, saved }: PassagesProps) {
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery(originsQuery(material, writing, saved))
  if (data === undefined) return error === null ? <Wait /> : <ErrorNote error={error} onRetry={() => void refetch()} />
  return (
    <Stack gap="sm">
      <ol className={classes.list}>
        {passagesOf(writing, data).map((passage) => (
          <PassageItem key={passage.id} passage={passage} />
        ))}
      </ol>
      <Text size="xs" c="dimmed">
        {t('history.passage.about')}
      </Text>
    </Stack>
  )
}

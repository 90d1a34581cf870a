import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { MeetingId } from '../../../shared/ids'
import { api } from '../../lib/api'
import { saveBlob } from '../../lib/save-file'
import { ErrorNote } from '../../ui/ErrorNote'
import { ProgressBar } from '../../ui/ProgressBar'

/** How often the page asks how far it is. */
const LOOK_EVERY_MS = 400

interface ArchiveDialogProps {
  opened: boolean
  meeting: MeetingId
  onClose: () => void
}

/** A meeting's package: made while one waits and sees how far it is; closing calls it off. */
export function ArchiveDialog(props: ArchiveDialogProps) {
  const { t } = useTranslation()
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      title={t('exchange.archive.title')}
      closeButtonProps={{ 'aria-label': t('exchange.export.close') }}
      centered
    >
      <Archive {...props} />
    </Modal>
  )
}

function Archive({ opened, meeting, onClose }: ArchiveDialogProps) {
  const { t } = useTranslation()
  const start = useMutation({ mutationFn: () => api.meetings.archive({ meeting }) })
  const job = start.data?.job
  const look = useQuery({
    queryKey: ['archive', meeting, job],
    queryFn: () => api.meetings.lookAtArchive({ meeting, job: job ?? '' }),
    enabled: job !== undefined,
    refetchInterval: ({ state: { data, error } }) =>
      error !== null || (data !== undefined && data.state !== 'working') ? false : LOOK_EVERY_MS,
    gcTime: 0,
  })
  const fetched = useMutation({
    mutationFn: (finished: string) => api.meetings.archiveFile({ meeting, job: finished }),
    onSuccess: (file) => {
      saveBlob(file.name, file)
      onClose()
    },
  })
  const state = look.data?.state
  const { mutate: fetchFile } = fetched
  useEffect(() => {
    if (opened && state === 'ready' && job !== undefined) fetchFile(job)
  }, [opened, state, job, fetchFile])

  // Whoever goes away in any manner no longer waits for it.
  const making = useRef<string | undefined>(undefined)
  making.current = state === 'ready' ? undefined : job
  useEffect(() => {
    if (!opened) return
    return () => {
      if (making.current !== undefined) void api.meetings.cancelArchive({ meeting, job: making.current }).catch(() => undefined)
    }
  }, [opened, meeting])

  const isFailed = state === 'failed'
  const isBusy = start.isPending || (job !== undefined && !isFailed && look.error === null && !fetched.isError)
  const { done = 0, total = 0 } = look.data ?? {}
  const words = total === 0 ? t('exchange.archive.gathering') : t('exchange.archive.making', { done, total })
  return (
    <Stack gap="md">
      <Text size="sm">{t('exchange.archive.about')}</Text>
      <Text size="sm">{t('exchange.archive.without')}</Text>
      {isBusy && (
        <>
          <ProgressBar done={done} total={total} label={words} />
          <span role="status">{words}</span>
        </>
      )}
      {isFailed && <p role="alert">{t('exchange.archive.failed')}</p>}
      <ErrorNote error={start.error ?? look.error ?? fetched.error} />
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onClose}>
          {t('exchange.export.cancel')}
        </Button>
        <Button loading={isBusy} onClick={() => start.mutate()} data-autofocus>
          {t('exchange.archive.make')}
        </Button>
      </Group>
    </Stack>
  )
}

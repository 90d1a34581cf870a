import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Thread } from '../../lib/api-types'
import { ErrorNote } from '../../ui/ErrorNote'
import type { ThreadDeeds } from './useThreadDeeds'

interface SettledProps {
  thread: Thread
  deeds: ThreadDeeds
  /** Its card may be gone with it. */
  onResolved: () => void
}

/** Resolves a thread, or opens it again. */
export function Settled({ thread, deeds, onResolved }: SettledProps) {
  const { t } = useTranslation()
  const isOpen = thread.resolved === null
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => deeds.resolve(thread.id, isOpen),
    onSuccess: () => {
      if (isOpen) onResolved()
    },
  })
  return (
    <>
      <Button variant="subtle" color="gray" size="compact-sm" loading={isPending} onClick={() => mutate()}>
        {isOpen ? `✓ ${t('comments.resolve')}` : t('comments.reopen')}
      </Button>
      <ErrorNote error={error} />
    </>
  )
}

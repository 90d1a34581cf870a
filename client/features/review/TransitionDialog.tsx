import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TRANSITION_RULES, type Transition } from '../../../shared/access/transitions'
import type { MaterialKind } from '../../../shared/model/material-state'
import { ErrorNote } from '../../ui/ErrorNote'

export interface TransitionDialogProps {
  /** null: closed. */
  transition: Transition | null
  material: { title: string; kind: MaterialKind }
  busy: boolean
  /** What was thrown; the dialog stays open with what was entered. */
  error: unknown
  onConfirm: (transition: Transition, reason: string | undefined) => void
  onClose: () => void
}

/** Asks before a material changes its state: says what follows from it, and takes the reason where one is owed. */
export function TransitionDialog({ transition, material, ...rest }: TransitionDialogProps) {
  const { t } = useTranslation()
  return (
    <Modal
      opened={transition !== null}
      onClose={rest.onClose}
      title={transition === null ? '' : t(`review.${transition}.title`, { title: material.title })}
      closeButtonProps={{ 'aria-label': t('review.close') }}
      centered
    >
      {transition !== null && <TransitionForm key={transition} transition={transition} kind={material.kind} {...rest} />}
    </Modal>
  )
}

type TransitionFormProps = Pick<TransitionDialogProps, 'busy' | 'error' | 'onConfirm' | 'onClose'> & {
  transition: Transition
  kind: MaterialKind
}

function TransitionForm({ transition, kind, busy, error, onConfirm, onClose }: TransitionFormProps) {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  const { needsReason } = TRANSITION_RULES[transition]
  const missing = needsReason && reason.trim() === ''

  const handleConfirm = () => {
    if (!missing) onConfirm(transition, needsReason ? reason.trim() : undefined)
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        handleConfirm()
      }}
    >
      <Stack gap="md">
        <Text size="sm">{t(`review.${transition}.${kind}`)}</Text>
        {needsReason && (
          <Textarea
            label={t('review.reason')}
            placeholder={t(`review.${transition}.reasonHint`)}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            maxLength={1000}
            minRows={3}
            autosize
            required
            data-autofocus
          />
        )}
        <ErrorNote error={error} />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {t('review.cancel')}
          </Button>
          <Button type="submit" loading={busy} disabled={missing}>
            {t(`review.${transition}.confirm`)}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Decision } from '../../../shared/suggestions/decide'
import type { PlacedCard } from '../../editor/suggesting/cards-in'
import type { Batch } from './batch'
import { byPerson } from './batches'
import type { SuggestionPeople } from './people'

interface BatchDialogProps {
  /** Null: closed. */
  batch: Batch | null
  cards: readonly PlacedCard[]
  people: SuggestionPeople
  onDecide: (ids: readonly string[], decision: Decision, reason: string) => void
  onClose: () => void
}

/** Asks before several suggestions are decided at once, with how many and whose. */
export function BatchDialog({ batch, onClose, ...rest }: BatchDialogProps) {
  const { t } = useTranslation()
  const name = batch !== null && 'name' in batch ? batch.name : ''
  return (
    <Modal
      opened={batch !== null}
      onClose={onClose}
      title={batch === null ? '' : t(`suggestions.batch.title.${batch.kind}`, { name })}
    >
      {batch !== null && <BatchForm batch={batch} onClose={onClose} {...rest} />}
    </Modal>
  )
}

function BatchForm({ batch, cards, people, onDecide, onClose }: BatchDialogProps & { batch: Batch }) {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  // What others decided meanwhile is no longer asked.
  const standing = cards.filter((card) => batch.ids.includes(card.id))
  const count = standing.length
  const names = byPerson(standing).map(({ author }) => people.of(author)?.name ?? t('suggestions.someone'))
  const isMine = batch.kind === 'mine'

  const handleDecide = (decision: Decision) => {
    onDecide(
      standing.map((card) => card.id),
      decision,
      reason,
    )
    onClose()
  }

  return (
    <Stack gap="md">
      <Text size="sm">
        {t(isMine ? 'suggestions.batch.aboutMine' : 'suggestions.batch.about', { count, people: names.join('、') })}
      </Text>
      {!isMine && (
        <Textarea
          label={t('suggestions.batch.reason')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          maxLength={500}
          minRows={2}
          autosize
        />
      )}
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onClose}>
          {t('suggestions.cancel')}
        </Button>
        <Button variant="default" disabled={count === 0} onClick={() => handleDecide('reject')}>
          {t(isMine ? 'suggestions.batch.withdraw' : 'suggestions.batch.reject', { count })}
        </Button>
        {!isMine && (
          <Button disabled={count === 0} onClick={() => handleDecide('accept')} data-autofocus>
            {t('suggestions.batch.accept', { count })}
          </Button>
        )}
      </Group>
    </Stack>
  )
}

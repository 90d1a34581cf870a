import { Button, Checkbox, Group, Modal, Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonId } from '../../../shared/ids'
import { ErrorNote } from '../../ui/ErrorNote'

export interface Colleague {
  person: PersonId
  name: string
  post: string
}

interface ShareDialogProps {
  opened: boolean
  colleagues: readonly Colleague[]
  openedTo: readonly PersonId[]
  busy: boolean
  /** What was thrown; the dialog stays open with what was entered. */
  error: unknown
  onSave: (people: PersonId[]) => void
  onClose: () => void
}

/** 共享给同事: the owner of a draft names who may see it. Nobody else can, not even that it has words. */
export function ShareDialog({ opened, onClose, ...form }: ShareDialogProps) {
  const { t } = useTranslation()
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('workspace.share.title')}
      closeButtonProps={{ 'aria-label': t('workspace.close') }}
      centered
    >
      {opened && <ShareForm onClose={onClose} {...form} />}
    </Modal>
  )
}

function ShareForm({ colleagues, openedTo, busy, error, onSave, onClose }: Omit<ShareDialogProps, 'opened'>) {
  const { t } = useTranslation()
  const [chosen, setChosen] = useState<string[]>([...openedTo])
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        onSave(colleagues.map((colleague) => colleague.person).filter((person) => chosen.includes(person)))
      }}
    >
      <Stack gap="md">
        <Checkbox.Group
          value={chosen}
          onChange={setChosen}
          label={t('workspace.share.label')}
          description={t('workspace.share.about')}
        >
          <Stack gap="xs" mt="sm">
            {colleagues.map((colleague) => (
              <Checkbox
                key={colleague.person}
                value={colleague.person}
                label={colleague.post === '' ? colleague.name : `${colleague.name}（${colleague.post}）`}
              />
            ))}
          </Stack>
        </Checkbox.Group>
        <ErrorNote error={error} />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {t('workspace.cancel')}
          </Button>
          <Button type="submit" loading={busy}>
            {t('workspace.share.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { MaterialId } from '../../../shared/ids'
import type { SuggestionDecision } from '../../lib/api-types'
import { csvOf } from '../../../shared/csv'
import { decisionsQuery } from '../../lib/query'
import { saveFile } from '../../lib/save-file'
import { ErrorNote } from '../../ui/ErrorNote'
import { Wait } from '../../ui/Wait'
import { DecisionRow } from './DecisionRow'
import classes from './DecisionsDialog.module.css'
import { decisionRows } from './decisions-table'
import type { SuggestionPeople } from './people'
import type { Deciding } from './useDeciding'

interface DecisionsDialogProps {
  opened: boolean
  material: MaterialId
  /** For the name of the exported file. */
  title: string
  people: SuggestionPeople
  deciding: Deciding
  onClose: () => void
}

/** 采纳情况: every decision with who, when, what and why; one's own can be taken back, all can be saved as a table. */
export function DecisionsDialog({ opened, onClose, ...rest }: DecisionsDialogProps) {
  const { t } = useTranslation()
  return (
    <Modal opened={opened} onClose={onClose} size={760} title={t('suggestions.decisions.title')}>
      {opened && <Decisions {...rest} />}
    </Modal>
  )
}

function Decisions({ material, title, people, deciding }: Omit<DecisionsDialogProps, 'opened' | 'onClose'>) {
  const { t, i18n } = useTranslation()
  const { data, error, refetch } = useQuery(decisionsQuery(material))
  if (data === undefined) return error === null ? <Wait /> : <ErrorNote error={error} onRetry={() => void refetch()} />
  if (data.length === 0) return <Text size="sm">{t('suggestions.decisions.empty')}</Text>

  const handleExport = (decisions: readonly SuggestionDecision[]) =>
    saveFile(t('suggestions.decisions.file', { title }), csvOf(decisionRows(decisions, t, i18n.language)), 'text/csv')

  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Text size="sm">{t('suggestions.decisions.about')}</Text>
        <Button variant="default" size="compact-md" onClick={() => handleExport(data)}>
          {t('suggestions.decisions.export')}
        </Button>
      </Group>
      <ErrorNote error={deciding.error} />
      <ol className={classes.list}>
        {data.map((decision) => (
          <DecisionRow
            key={decision.id}
            decision={decision}
            isMine={decision.decider === people.me}
            busy={deciding.busy}
            onUndo={deciding.undo}
          />
        ))}
      </ol>
    </Stack>
  )
}

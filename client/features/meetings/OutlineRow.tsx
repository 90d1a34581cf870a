import { ActionIcon, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './OutlineEditor.module.css'
import type { DraftSection, OutlineEdit, Place } from './outline-draft'

interface OutlineRowProps {
  row: DraftSection
  at: Place
  /** How many siblings it has, itself included. */
  count: number
  /** As it will be drawn. */
  number: string
  /** What it is called when it is spoken of. */
  what: string
  onEdit: (edit: OutlineEdit) => void
}

export function OutlineRow({ row, at, count, number, what, onEdit }: OutlineRowProps) {
  const { t } = useTranslation()
  const index = at.section ?? at.part
  return (
    <div className={classes.row}>
      <span className={classes.number} aria-hidden>
        {number}
      </span>
      <TextInput
        aria-label={`${what} ${t('meeting.outline.heading')}`}
        placeholder={t('meeting.outline.heading')}
        value={row.heading}
        onChange={(event) => onEdit({ kind: 'heading', at, text: event.currentTarget.value })}
        error={row.heading.trim() === ''}
        maxLength={200}
      />
      <TextInput
        className={classes.hint}
        aria-label={`${what} ${t('meeting.outline.hint')}`}
        placeholder={t('meeting.outline.hint')}
        value={row.hint}
        onChange={(event) => onEdit({ kind: 'hint', at, text: event.currentTarget.value })}
        maxLength={500}
      />
      <span className={classes.tools}>
        <ActionIcon
          variant="subtle"
          color="gray"
          disabled={index === 0}
          aria-label={t('meeting.outline.up', { what })}
          onClick={() => onEdit({ kind: 'move', at, by: -1 })}
        >
          ↑
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          disabled={index === count - 1}
          aria-label={t('meeting.outline.down', { what })}
          onClick={() => onEdit({ kind: 'move', at, by: 1 })}
        >
          ↓
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('meeting.outline.remove', { what })}
          onClick={() => onEdit({ kind: 'remove', at })}
        >
          ✕
        </ActionIcon>
      </span>
    </div>
  )
}

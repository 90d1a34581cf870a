import { useTranslation } from 'react-i18next'
import type { Line } from '../../../../shared/live/record'
import type { LiveModel } from '../../../live/live-model'
import type { Unsent } from '../../../live/unsent'
import { Avatar } from '../../../ui/Avatar'
import { Chip } from '../../../ui/Chip'
import { timeOfDay } from '../agenda/time-words'
import { nameOf } from '../order'
import classes from './Record.module.css'

interface LineCardProps {
  line: Line
  model: LiveModel
  /** On its way, or refused; null: the server has it. */
  unsent: Unsent | null
  /** Its target has replied. */
  replied: boolean
  /** Null: cannot be changed any more. */
  onEdit: (() => void) | null
  onRemove: (() => void) | null
  onDismiss: (unsent: Unsent) => void
}

/** One opinion as it was written down. */
export function LineCard({ line, model, unsent, replied, onEdit, onRemove, onDismiss }: LineCardProps) {
  const { t, i18n } = useTranslation()
  const speaker = model.people.get(line.speaker)
  const name = speaker?.name ?? ''
  return (
    <li className={classes.card} data-line={line.id}>
      <div className={classes.cardHead}>
        <Avatar name={name} color={speaker?.color ?? 0} size="small" />
        <b>{name}</b>
        {line.target !== null && (
          <span className={classes.muted}>{t('recorder.targetOf', { name: nameOf(model, line.target) })}</span>
        )}
        <span className={classes.grow} />
        <time className={classes.muted} dateTime={new Date(line.saidAt).toISOString()}>
          {timeOfDay(line.saidAt, i18n.language)}
        </time>
        {line.kind !== 'criticism' && <Chip tone="info">{t(`recorder.kind.${line.kind}`)}</Chip>}
        {line.mode === 'gist' && <Chip tone="plain">{t('recorder.mode.gist')}</Chip>}
        {replied && <Chip tone="ok">{t('recorder.replied')}</Chip>}
        {line.verdict !== 'none' && (
          <Chip tone={line.verdict === 'confirmed' ? 'ok' : 'warn'}>{t(`recorder.own.verdict.${line.verdict}`)}</Chip>
        )}
        {unsent?.refused === null && <Chip tone="warn">{t('recorder.waiting')}</Chip>}
      </div>
      <p>
        {line.aspect !== '' && <span className={classes.aspect}>{line.aspect}</span>}
        {line.text}
      </p>
      {line.note !== '' && <p className={classes.note}>{line.note}</p>}
      {unsent !== null && unsent.refused !== null && (
        <p className={classes.refused} role="alert">
          {t('recorder.refusedLine', { why: t(`live.notice.${unsent.refused}`) })}
          <button type="button" className={classes.link} onClick={() => onDismiss(unsent)}>
            {t('recorder.dismiss')}
          </button>
        </p>
      )}
      {onEdit !== null && onRemove !== null && (
        <div className={classes.cardActions}>
          <button type="button" className={classes.link} aria-label={t('recorder.edit', { name })} onClick={onEdit}>
            {t('recorder.editShort')}
          </button>
          <button type="button" className={classes.link} aria-label={t('recorder.remove', { name })} onClick={onRemove}>
            {t('recorder.removeShort')}
          </button>
        </div>
      )}
    </li>
  )
}

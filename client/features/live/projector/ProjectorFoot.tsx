import { useTranslation } from 'react-i18next'
import type { ProjectorView } from '../../../../shared/live/projector'
import { Avatar } from '../../../ui/Avatar'
import { numbered } from '../numbered'
import classes from './ProjectorScreen.module.css'

interface ProjectorFootProps {
  view: ProjectorView
  size: number
  onResize: (direction: 1 | -1) => void
}

export function ProjectorFoot({ view, size, onResize }: ProjectorFootProps) {
  const { t } = useTranslation()
  const { item, agenda, turn, turns, attendance, heads } = view
  const current = item === null ? undefined : agenda[item]
  return (
    <footer className={classes.foot}>
      {item !== null && current !== undefined && view.phase !== 'ended' && (
        <span>{`${t('projector.item', { n: item + 1 })}　${current.title}${turns > 1 ? `　${turn} / ${turns}` : ''}`}</span>
      )}
      <span className={classes.sizes}>
        <button type="button" aria-label={t('projector.smaller')} onClick={() => onResize(-1)}>
          A−
        </button>
        <span className={classes.spoken} role="status">
          {t('projector.size', { size })}
        </span>
        <button type="button" aria-label={t('projector.larger')} onClick={() => onResize(1)}>
          A+
        </button>
      </span>
      <span className={classes.grow} />
      <span>{`${t('projector.expected', { count: attendance.expected })}　${t('projector.present', { count: attendance.present })}`}</span>
      <span className={classes.heads} role="img" aria-label={t('projector.heads')}>
        {numbered(heads).map(({ n, one: { initial, color } }) => (
          <Avatar key={n} name={initial} color={color} />
        ))}
      </span>
    </footer>
  )
}

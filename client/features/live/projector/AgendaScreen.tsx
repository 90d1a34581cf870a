import { useTranslation } from 'react-i18next'
import type { ProjectorView } from '../../../../shared/live/projector'
import { numbered } from '../numbered'
import classes from './AgendaScreen.module.css'

/** While no text is shown: where the meeting stands. */
export function AgendaScreen({ view }: { view: ProjectorView }) {
  const { t } = useTranslation()
  const { phase, agenda, title } = view
  const words =
    phase === 'ended' ? t('projector.ended') : phase === 'planned' || phase === 'gathering' ? t('projector.waiting') : null
  return (
    <main id="main" className={classes.body} tabIndex={-1}>
      {view.item !== null && phase !== 'ended' && <p className={classes.title}>{title}</p>}
      {words !== null && <p className={classes.phase}>{words}</p>}
      <ol className={classes.list}>
        {numbered(agenda).map(({ n, one: { title: words, progress } }) => (
          <li key={n} data-progress={progress} aria-current={progress === 'current' && 'step'}>
            <span aria-hidden="true">{progress === 'done' ? '✓' : n + 1}</span>
            {words}
          </li>
        ))}
      </ol>
    </main>
  )
}

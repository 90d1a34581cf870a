import type { TFunction } from 'i18next'
import { type CSSProperties, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProjectorView } from '../../../../shared/live/projector'
import type { Projection } from '../../../live/projector-session'
import { timeOfDay } from '../agenda/time-words'
import { headingWords, litAround, partOver } from '../text/lit-blocks'
import { PresentedText } from '../text/PresentedText'
import { AgendaScreen } from './AgendaScreen'
import { ProjectorFoot } from './ProjectorFoot'
import classes from './ProjectorScreen.module.css'
import { ProjectorTimer } from './ProjectorTimer'
import { keepSize, nextSize, readSize } from './type-size'
import { useFollowedPlace } from './useFollowedPlace'

interface ProjectorScreenProps {
  projection: Projection
  view: ProjectorView
}

/** What the room sees: who speaks to what, the text in large type, the time, who is here. */
export function ProjectorScreen({ projection, view }: ProjectorScreenProps) {
  const { t } = useTranslation()
  const { text, place, status, clockOffsetMs } = projection
  const [size, setSize] = useState(readSize)
  const scroller = useRef<HTMLDivElement>(null)
  useFollowedPlace(scroller, text, place, size)
  const resize = (direction: 1 | -1) => {
    const next = nextSize(size, direction)
    setSize(next)
    keepSize(next)
  }
  useEffect(() => {
    const handleKey = ({ key }: KeyboardEvent) => {
      if (key === '+' || key === '=') resize(1)
      if (key === '-') resize(-1)
    }
    window.addEventListener('keydown', handleKey)
    return () => window.removeEventListener('keydown', handleKey)
  })

  const blocks = text?.blocks ?? []
  const lit = place === null ? null : litAround(blocks, place.block)
  const section = place === null ? '' : headingWords(blocks, partOver(blocks, place.block))
  const style = { '--type': `${size}px` } as CSSProperties
  return (
    <div className={classes.screen} style={style}>
      <header className={classes.head}>
        <h1>{titleOf(view, t)}</h1>
        {section !== '' && <p className={classes.section}>{section}</p>}
        <span className={classes.grow} />
        {view.phase === 'paused' && <span className={classes.section}>{t('projector.paused')}</span>}
        <ProjectorTimer timer={view.timer} clockOffsetMs={clockOffsetMs} />
      </header>
      {text === null ? (
        <AgendaScreen view={view} />
      ) : (
        <main id="main" className={classes.body} tabIndex={-1}>
          <div ref={scroller} className={classes.window} role="region" aria-label={t('projector.text')}>
            <article className={classes.text} data-following={lit !== null || undefined}>
              <PresentedText blocks={blocks} lit={lit} />
            </article>
          </div>
        </main>
      )}
      <div role="status" className={classes.offline}>
        {status.kind === 'offline' && <Since at={status.since} />}
      </div>
      <ProjectorFoot view={view} size={size} onResize={resize} />
    </div>
  )
}

function Since({ at }: { at: number }) {
  const { t, i18n } = useTranslation()
  return <>{t('projector.since', { time: timeOfDay(at, i18n.language) })}</>
}

/** 王芳 · 个人对照检查 */
function titleOf(view: ProjectorView, t: TFunction): string {
  if (view.phase === 'ended' || view.item === null) return view.title
  const item = view.agenda[view.item]
  if (item === undefined) return view.title
  return view.speaker === null ? item.title : `${view.speaker.name} · ${t(`projector.kind.${item.kind}`)}`
}

import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { presides } from '../../../shared/live/command-rights'
import type { LiveModel } from '../../live/live-model'
import { type NextMove, nextMove } from './agenda/next-words'
import { Timer } from './agenda/Timer'
import classes from './LiveTopBar.module.css'
import { nameOf, type Order } from './order'
import { PresiderMenu, type PresiderDialog } from './presider/PresiderMenu'

interface LiveTopBarProps {
  back: ReactNode
  model: LiveModel
  order: Order
  onDialog: (dialog: PresiderDialog) => void
}

export function LiveTopBar({ back, model, order, onDialog }: LiveTopBarProps) {
  const { t } = useTranslation()
  const { state, title, you } = model
  const at = state.items.findIndex(({ id }) => id === state.position?.item)
  const isHeld = state.phase === 'running' || state.phase === 'paused'
  return (
    <header className={classes.top}>
      {back}
      <h1 className={classes.title}>{title}</h1>
      <span className={classes.phase} data-phase={state.phase} role="status">
        {state.phase === 'running' && <span aria-hidden="true">● </span>}
        {t(`live.phase.${state.phase}`)}
      </span>
      {isHeld && <span className={classes.item}>{t('live.itemOf', { n: at + 1, total: state.items.length })}</span>}
      <div className={classes.grow} />
      <Timer state={state} clockOffsetMs={model.clockOffsetMs} />
      {presides(you) && (
        <div className={classes.controls} role="group" aria-label={t('live.control.label')}>
          {isHeld && (
            <Button
              variant="default"
              size="compact-md"
              onClick={() => order({ kind: state.phase === 'running' ? 'pause' : 'resume' })}
            >
              {t(state.phase === 'running' ? 'live.control.pause' : 'live.control.resume')}
            </Button>
          )}
          <Button variant="default" size="compact-md" onClick={() => onDialog('projector')}>
            {model.projectors > 0 ? t('live.control.projectors', { count: model.projectors }) : t('live.control.projector')}
          </Button>
          <PresiderMenu model={model} order={order} onDialog={onDialog} />
          <NextButton model={model} order={order} onDialog={onDialog} />
        </div>
      )}
    </header>
  )
}

/** The one step the meeting waits for, in words. */
function NextButton({ model, order, onDialog }: Pick<LiveTopBarProps, 'model' | 'order' | 'onDialog'>) {
  const { t } = useTranslation()
  const move = nextMove(model.state)
  if (move.kind === 'none') return null
  const words = (next: Exclude<NextMove, { kind: 'none' }>): string => {
    switch (next.kind) {
      case 'step':
        return t(`live.control.step.${next.step}`)
      case 'turn':
        return next.person === null ? t('live.control.turnNobody') : t('live.control.turn', { name: nameOf(model, next.person) })
      default:
        return t(`live.control.${next.kind}`)
    }
  }
  const handleClick = () => {
    if (move.kind === 'end') onDialog('end')
    else if (move.kind === 'gather' || move.kind === 'start') order({ kind: move.kind })
    else order({ kind: 'next', unit: 'step' })
  }
  return (
    <Button size="compact-md" className={classes.next} onClick={handleClick}>
      {words(move)}
    </Button>
  )
}

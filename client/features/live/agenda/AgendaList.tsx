import { useTranslation } from 'react-i18next'
import type { AgendaItem } from '../../../../shared/live/agenda'
import { presides } from '../../../../shared/live/command-rights'
import { currentPlace, elapsedMs, itemElapsedMs, itemProgress } from '../../../../shared/live/meeting-state'
import type { LiveModel } from '../../../live/live-model'
import { useServerNow } from '../../../live/useServerNow'
import { nameOf, type Order } from '../order'
import { clock, minutesOf } from './time-words'
import classes from './AgendaList.module.css'

interface AgendaListProps {
  model: LiveModel
  order: Order
}

/** Where the meeting stands; whoever presides goes anywhere with a click. */
export function AgendaList({ model, order }: AgendaListProps) {
  const { t } = useTranslation()
  const { state, you } = model
  const mayGo = presides(you) && (state.phase === 'running' || state.phase === 'paused')
  return (
    <section aria-label={t('live.agenda.label')}>
      <h2 className={classes.label}>{t('live.agenda.label')}</h2>
      <ol className={classes.list}>
        {state.items.map((item, index) => {
          const progress = itemProgress(state, item)
          const first = item.turns[0]?.id
          return (
            <li key={item.id}>
              <Row
                item={item}
                number={index + 1}
                progress={progress}
                model={model}
                onGo={
                  mayGo && progress !== 'current' && first !== undefined
                    ? () => order({ kind: 'goTo', item: item.id, turn: first })
                    : null
                }
              />
              {progress === 'current' && item.turns.length > 1 && mayGo && (
                <Turns item={item} model={model} onGo={(turn) => order({ kind: 'goTo', item: item.id, turn })} />
              )}
            </li>
          )
        })}
      </ol>
    </section>
  )
}

interface RowProps {
  item: AgendaItem
  number: number
  progress: 'done' | 'current' | 'ahead'
  model: LiveModel
  onGo: (() => void) | null
}

function Row({ item, number, progress, model, onGo }: RowProps) {
  const { t } = useTranslation()
  const isCurrent = progress === 'current' && model.state.phase !== 'ended'
  const spent = itemElapsedMs(model.state, item, 0)
  const inside = (
    <>
      <span className={classes.dot} aria-hidden="true">
        {progress === 'done' ? '✓' : number}
      </span>
      <span className={classes.what}>
        {item.title}
        {progress === 'done' && <span className={classes.spoken}> {t('live.agenda.done')}</span>}
        {isCurrent && <Current item={item} model={model} />}
      </span>
      <span className={classes.time}>
        {isCurrent ? (
          <Running item={item} model={model} />
        ) : progress === 'done' && spent > 0 ? (
          t('live.minutes', { count: minutesOf(spent) })
        ) : null}
      </span>
    </>
  )
  if (onGo === null) {
    return (
      <div className={classes.row} data-progress={progress} aria-current={isCurrent ? 'step' : undefined}>
        {inside}
      </div>
    )
  }
  return (
    <button
      type="button"
      className={classes.row}
      data-progress={progress}
      onClick={onGo}
      title={t('live.agenda.goTo', { what: item.title })}
    >
      {inside}
    </button>
  )
}

function Current({ item, model }: { item: AgendaItem; model: LiveModel }) {
  const { t } = useTranslation()
  const { state } = model
  const turn = currentPlace(state)?.turn
  if (turn === undefined || (item.turns.length === 1 && turn.person === null)) return null
  return (
    <span className={classes.turn}>
      <b>{nameOf(model, turn.person)}</b>
      <span>
        {item.turns.length > 1 && ` · ${t('live.turnOf', { n: item.turns.indexOf(turn) + 1, total: item.turns.length })}`}
        {item.kind === 'individual' && state.position !== null && ` · ${t(`live.step.${state.position.step}`)}`}
      </span>
    </span>
  )
}

function Running({ item, model }: { item: AgendaItem; model: LiveModel }) {
  const { state, clockOffsetMs } = model
  const now = useServerNow(clockOffsetMs, state.runningSince !== null)
  const turn = currentPlace(state)?.turn
  return turn === undefined ? null : clock(elapsedMs(state, item, turn, now)).replace(/^0/, '')
}

function Turns({ item, model, onGo }: { item: AgendaItem; model: LiveModel; onGo: (turn: string) => void }) {
  const { t } = useTranslation()
  const current = currentPlace(model.state)?.turn
  return (
    <ul className={classes.turns} aria-label={t('live.agenda.speakers')}>
      {item.turns.map((turn) => {
        const name = nameOf(model, turn.person)
        return (
          <li key={turn.id}>
            <button
              type="button"
              aria-pressed={turn === current}
              aria-label={t('live.agenda.handOver', { name })}
              onClick={() => turn !== current && onGo(turn.id)}
            >
              {turn.spentMs > 0 && turn !== current && <span aria-hidden="true">✓ </span>}
              {name}
            </button>
          </li>
        )
      })}
    </ul>
  )
}

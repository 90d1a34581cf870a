import { useTranslation } from 'react-i18next'
import type { Minutes, MinutesItem, MinutesLine, MinutesPerson } from '../../../../shared/live/minutes'
import { formatDay } from '../../../lib/days'
import { minutesOf, timeOfDay } from '../agenda/time-words'
import { numbered } from '../numbered'
import classes from './Minutes.module.css'

/** Header, items with their lines, places to sign. */
export function MinutesView({ minutes }: { minutes: Minutes }) {
  const { t, i18n } = useTranslation()
  const { startedAt, endedAt, count } = minutes
  const time = [startedAt, endedAt].flatMap((at) => (at === null ? [] : timeOfDay(at, i18n.language))).join('—')
  const rows: [string, string][] = [
    [t('recorder.minutes.when'), `${formatDay(minutes.day, i18n.language)} ${time}`.trim()],
    [t('recorder.minutes.where'), minutes.place],
    [t('recorder.minutes.presider'), named(minutes.presider)],
    [t('recorder.minutes.recorder'), named(minutes.recorder)],
    [
      t('recorder.minutes.expected'),
      `${t('recorder.minutes.people', { count: count.expected })}（${t(`recorder.minutes.${count.reached ? 'reached' : 'notReached'}`, { ...minutes.quorum })}）`,
    ],
    [t('recorder.minutes.present'), `${t('recorder.minutes.people', { count: count.present })} ${named(minutes.present)}`],
    [t('recorder.minutes.absent'), minutes.absent.map(({ name, reason }) => (reason ? `${name}（${reason}）` : name)).join('、')],
    [t('recorder.minutes.observing'), named(minutes.observing)],
    [t('recorder.minutes.theme'), minutes.theme],
    [t('recorder.minutes.stage'), t(`recorder.stage.${minutes.stage}`)],
  ]
  return (
    <article className={classes.paper} data-minutes>
      <h1>{minutes.title}</h1>
      <p className={classes.sub}>{`${minutes.team} ${t('recorder.minutes.title')}`}</p>
      <dl className={classes.facts}>
        {rows
          .filter(([, words]) => words.trim() !== '')
          .map(([label, words]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{words}</dd>
            </div>
          ))}
      </dl>
      {numbered(minutes.items).map(({ n, one }) => (
        <Item key={n} item={one} number={n + 1} />
      ))}
      {minutes.otherLines.length > 0 && (
        <section>
          <h2>{t('recorder.minutes.other')}</h2>
          <Lines lines={minutes.otherLines} />
        </section>
      )}
      <section className={classes.signatures}>
        <h2>{t('recorder.minutes.signatures')}</h2>
        <ul>
          {numbered(minutes.signatures).map(({ n, one: { name, post } }) => (
            <li key={n}>{post === '' ? name : `${name}（${post}）`}</li>
          ))}
        </ul>
      </section>
    </article>
  )
}

function named(people: readonly MinutesPerson[]): string {
  return people.map(({ name }) => name).join('、')
}

function Item({ item, number }: { item: MinutesItem; number: number }) {
  const { t } = useTranslation()
  return (
    <section>
      <h2>
        {`${number}. ${item.title}`}
        {item.spentMs > 0 && <small>{t('recorder.minutes.spent', { count: minutesOf(item.spentMs) })}</small>}
      </h2>
      {numbered(item.turns).map(({ n, one: turn }) => (
        <div key={n} className={classes.turn}>
          {turn.speaker !== null && (
            <h3>
              {turn.speaker}
              {turn.replied && <small>{t('recorder.minutes.replied')}</small>}
            </h3>
          )}
          {turn.shown.map(({ title, version, hash }) => (
            <p key={hash} className={classes.shown}>
              {t('recorder.minutes.shown', { title, version, hash: hash.slice(0, 12) })}
            </p>
          ))}
          <Lines lines={turn.lines} />
        </div>
      ))}
    </section>
  )
}

function Lines({ lines }: { lines: readonly MinutesLine[] }) {
  const { t } = useTranslation()
  return (
    <ol className={classes.lines}>
      {numbered(lines).map(({ n, one: line }) => (
        <li key={n}>
          <b>{line.target === null ? line.speaker : `${line.speaker} → ${line.target}`}</b>
          {`（${t(`recorder.mode.${line.mode}`)}）${line.aspect === '' ? '' : `${line.aspect}：`}${line.text}`}
        </li>
      ))}
    </ol>
  )
}

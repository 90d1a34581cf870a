import { useTranslation } from 'react-i18next'
import type { Version } from '../../lib/api-types'
import { formatDay } from '../../lib/days'
import { byDay } from './by-day'
import classes from './History.module.css'
import { timeOfDay, versionName } from '../../lib/version-words'

interface VersionListProps {
  versions: readonly Version[]
  chosen: number | null
  onChoose: (version: number) => void
}

/** Versions by day, the last first, with who wrote. */
export function VersionList({ versions, chosen, onChoose }: VersionListProps) {
  const { t, i18n } = useTranslation()
  return (
    <>
      {byDay(versions).map(({ day, versions: ofDay }) => (
        <section key={day} className={classes.day}>
          <h3>{formatDay(day, i18n.language)}</h3>
          <ul>
            {ofDay.map((version) => (
              <li key={version.number}>
                <button
                  type="button"
                  className={classes.version}
                  aria-pressed={version.number === chosen}
                  onClick={() => onChoose(version.number)}
                >
                  <span className={classes.name}>
                    <time>{timeOfDay(version.at, i18n.language)}</time> {versionName(version, t)}
                  </span>
                  {version.note !== '' && <span className={classes.note}>{version.note}</span>}
                  <span className={classes.writers}>
                    {version.writers.map(({ person, name, color }) => (
                      <span key={person}>
                        <i className={classes.dot} style={{ background: `var(--u${color + 1})` }} aria-hidden />
                        {name}
                      </span>
                    ))}
                    {version.writers.length === 0 && version.by !== null && version.by.name}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

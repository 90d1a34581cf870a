import { Button, NativeSelect, SegmentedControl } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { diffLines } from '../../../shared/diff/diff-lines'
import type { MaterialId } from '../../../shared/ids'
import type { Version } from '../../lib/api-types'
import { ErrorNote } from '../../ui/ErrorNote'
import { Wait } from '../../ui/Wait'
import classes from './History.module.css'
import { InlineDiff } from './InlineDiff'
import { NOW, versionTextQuery } from './queries'
import { RestoreBar } from './RestoreBar'
import { SideBySide } from './SideBySide'
import { useChanges } from './useChanges'
import { timeOfDay, versionName } from '../../lib/version-words'

interface ComparisonProps {
  material: MaterialId
  versions: readonly Version[]
  older: number
  newer: number
  mayRestore: boolean
  onNewer: (version: number) => void
  onRestored: () => void
}

/** What changed from one version to another, one change after the other by button or keyboard. */
export function Comparison({ material, versions, older, newer, mayRestore, onNewer, onRestored }: ComparisonProps) {
  const { t, i18n } = useTranslation()
  const before = useQuery(versionTextQuery(material, older))
  const after = useQuery(versionTextQuery(material, newer))
  const [layout, setLayout] = useState<'inline' | 'side'>('inline')
  const text = useRef<HTMLDivElement>(null)
  const diffs = useMemo(
    () => (before.data && after.data ? diffLines(before.data.lines, after.data.lines) : null),
    [before.data, after.data],
  )
  const people = useMemo(
    () => new Map([...(before.data?.people ?? []), ...(after.data?.people ?? [])].map((person) => [person.person, person])),
    [before.data, after.data],
  )
  const count = diffs?.filter(({ op }) => op !== 'same').length ?? 0
  const { at, go } = useChanges(text, count)
  const nameOf = (number: number) => {
    const version = versions.find((each) => each.number === number)
    if (version === undefined) return t('history.now')
    const day = new Intl.DateTimeFormat(i18n.language, { month: 'numeric', day: 'numeric' }).format(version.at)
    return `${day} ${timeOfDay(version.at, i18n.language)} ${versionName(version, t)}`
  }
  const error = before.error ?? after.error

  return (
    <section className={classes.comparison} aria-label={t('history.comparison')}>
      <div className={classes.tools}>
        <strong className={classes.older}>{nameOf(older)}</strong>
        <NativeSelect
          size="xs"
          aria-label={t('history.against')}
          value={newer}
          onChange={(event) => onNewer(Number(event.currentTarget.value))}
          data={[NOW, ...versions.map(({ number }) => number).filter((number) => number !== older)].map((number) => ({
            value: String(number),
            label: t('history.againstVersion', { name: nameOf(number) }),
          }))}
        />
        <SegmentedControl
          size="xs"
          aria-label={t('history.layout.label')}
          value={layout}
          onChange={(value) => setLayout(value === 'side' ? 'side' : 'inline')}
          data={[
            { value: 'inline', label: t('history.layout.inline') },
            { value: 'side', label: t('history.layout.side') },
          ]}
        />
        <span className={classes.count} role="status">
          {diffs !== null && (count === 0 ? t('history.same') : t('history.change', { at: at + 1, count }))}
        </span>
        <Button.Group>
          <Button variant="default" size="compact-sm" disabled={count === 0} onClick={() => go(-1)} title="Alt+↑">
            {t('history.previous')}
          </Button>
          <Button variant="default" size="compact-sm" disabled={count === 0} onClick={() => go(1)} title="Alt+↓">
            {t('history.next')}
          </Button>
        </Button.Group>
      </div>
      {mayRestore && <RestoreBar material={material} version={older} name={nameOf(older)} onRestored={onRestored} />}
      <ErrorNote error={error} />
      {diffs === null && error === null && <Wait />}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled text must be reachable by keyboard. */}
      <div ref={text} className={classes.text} tabIndex={0} role="region" aria-label={t('history.text')}>
        {diffs !== null && layout === 'inline' && <InlineDiff diffs={diffs} people={people} at={at} />}
        {diffs !== null && layout === 'side' && <SideBySide diffs={diffs} people={people} at={at} />}
      </div>
    </section>
  )
}

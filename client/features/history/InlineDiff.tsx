import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import type { LineDiff } from '../../../shared/diff/diff-lines'
import classes from './History.module.css'
import { type People, Words } from './Words'

interface DiffProps {
  diffs: readonly LineDiff[]
  people: People
  /** The change that is looked at. */
  at: number
}

/** Lines without a change are left out beyond this many around one. */
const AROUND = 2

/** One text with what went and what came in it. */
export function InlineDiff({ diffs, people, at }: DiffProps) {
  const { t } = useTranslation()
  let change = -1
  return (
    <>
      {diffs.map((diff, index) => {
        const isChange = diff.op !== 'same'
        if (isChange) change += 1
        // Lines have no names of their own; the list is drawn anew as a whole.
        const key = `${index} ${diff.op}`
        if (!isChange && isFar(diffs, index)) {
          return isFar(diffs, index - 1) ? null : (
            <p key={key} className={classes.skipped}>
              {t('history.unchanged')}
            </p>
          )
        }
        const line = diff.after ?? diff.before
        return (
          <Fragment key={key}>
            <p
              className={classes.line}
              data-kind={line?.kind}
              data-op={diff.op}
              data-change={isChange || undefined}
              data-current={(isChange && change === at) || undefined}
            >
              <Words number={line?.number ?? ''} parts={diff.parts} people={people} />
              {isFormOnly(diff) && <em className={classes.form}>{t('history.formOnly')}</em>}
            </p>
          </Fragment>
        )
      })}
    </>
  )
}

/** Kind, number or marks changed, and no word. */
export function isFormOnly({ op, parts }: LineDiff): boolean {
  return op === 'changed' && parts.every((part) => part.op === 'same')
}

function isFar(diffs: readonly LineDiff[], index: number): boolean {
  if (index < 0) return false
  return diffs.slice(Math.max(0, index - AROUND), index + AROUND + 1).every(({ op }) => op === 'same')
}

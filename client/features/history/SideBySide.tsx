import { useTranslation } from 'react-i18next'
import type { LineDiff } from '../../../shared/diff/diff-lines'
import classes from './History.module.css'
import { isFormOnly } from './InlineDiff'
import { type People, Words } from './Words'

/** The older text beside the newer one, line beside line. */
export function SideBySide({ diffs, people, at }: { diffs: readonly LineDiff[]; people: People; at: number }) {
  const { t } = useTranslation()
  let change = -1
  return (
    <table className={classes.sides}>
      <thead>
        <tr>
          <th scope="col">{t('history.older')}</th>
          <th scope="col">{t('history.newer')}</th>
        </tr>
      </thead>
      <tbody>
        {diffs.map((diff, index) => {
          const isChange = diff.op !== 'same'
          if (isChange) change += 1
          const { before, after, parts } = diff
          // Lines have no names of their own; the list is drawn anew as a whole.
          const key = `${index} ${diff.op}`
          return (
            <tr
              key={key}
              data-op={diff.op}
              data-change={isChange || undefined}
              data-current={(isChange && change === at) || undefined}
            >
              <td className={classes.line} data-kind={before?.kind}>
                {before && <Words number={before.number} parts={parts.filter(({ op }) => op !== 'insert')} people={people} />}
              </td>
              <td className={classes.line} data-kind={after?.kind}>
                {after && <Words number={after.number} parts={parts.filter(({ op }) => op !== 'delete')} people={people} />}
                {isFormOnly(diff) && <em className={classes.form}>{t('history.formOnly')}</em>}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

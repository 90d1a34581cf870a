import { Textarea } from '@mantine/core'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { MEMBER_NAME_MAX, MEMBER_POST_MAX, parseMemberLines } from '../../shared/model/member-lines'
import classes from './MemberLinesField.module.css'

interface MemberLinesFieldProps {
  label: string
  value: string
  onChange: (value: string) => void
  'data-autofocus'?: boolean
}

/** People pasted one a line, and beside them what will be made of each line. */
export function MemberLinesField({ label, value, onChange, ...rest }: MemberLinesFieldProps) {
  const { t } = useTranslation()
  const resultId = useId()
  const { members, problems } = parseMemberLines(value)
  return (
    <div className={classes.field}>
      <Textarea
        label={label}
        description={t('people.linesHint')}
        placeholder={t('people.linesExample')}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        rows={7}
        spellCheck={false}
        error={problems.length > 0}
        aria-describedby={resultId}
        {...rest}
      />
      <div id={resultId} className={classes.result} aria-live="polite">
        <p className={classes.count}>{t('people.count', { count: members.length })}</p>
        {problems.length > 0 && (
          <ul className={classes.problems}>
            {problems.map(({ line, reason }) => (
              <li key={line}>
                {t('people.problemAt', { line })}
                {t(`people.problem.${reason}`, { nameMax: MEMBER_NAME_MAX, postMax: MEMBER_POST_MAX })}
              </li>
            ))}
          </ul>
        )}
        <ol className={classes.members}>
          {members.map((member) => (
            <li key={`${member.name}\n${member.post}`}>
              <b>{member.name}</b> <span>{member.post}</span>
            </li>
          ))}
        </ol>
      </div>
    </div>
  )
}

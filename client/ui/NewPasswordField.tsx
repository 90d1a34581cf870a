import { PasswordInput } from '@mantine/core'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { brokenPasswordRules, PASSWORD_MAX, PASSWORD_MIN, PASSWORD_RULES } from '../../shared/model/password-rules'
import classes from './NewPasswordField.module.css'

interface NewPasswordFieldProps {
  label: string
  value: string
  username: string
  /** To be pointed at: it was sent although a rule is broken. */
  invalid?: boolean
  onChange: (value: string) => void
}

/** A new password with its rules, each ticked off as it is met. */
export function NewPasswordField({ label, value, username, invalid = false, onChange }: NewPasswordFieldProps) {
  const { t } = useTranslation()
  const rulesId = useId()
  const broken = brokenPasswordRules(value, username)
  return (
    <div>
      <PasswordInput
        label={label}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        autoComplete="new-password"
        maxLength={PASSWORD_MAX}
        aria-describedby={rulesId}
        error={invalid}
        aria-invalid={invalid}
        required
      />
      <ul id={rulesId} className={classes.rules}>
        {PASSWORD_RULES.map((rule) => {
          const met = !broken.includes(rule)
          return (
            <li key={rule} data-met={met || undefined}>
              <span aria-hidden>{met ? '✓' : '○'}</span> {t(`people.passwordRule.${rule}`, { min: PASSWORD_MIN })}
              <span className={classes.spoken}>{met ? t('people.ruleMet') : t('people.ruleOpen')}</span>
            </li>
          )
        })}
      </ul>
    </div>
  )
}

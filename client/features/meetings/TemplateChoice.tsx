import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Template } from '../../lib/api-types'
import classes from './TemplateChoice.module.css'

interface TemplateChoiceProps {
  templates: readonly Template[]
  value: string
  onChange: (templateId: string) => void
}

export function TemplateChoice({ templates, value, onChange }: TemplateChoiceProps) {
  const { t } = useTranslation()
  const group = useId()
  return (
    <fieldset className={classes.choice}>
      <legend>{t('meeting.template')}</legend>
      {templates.map((template) => (
        <label key={template.id} className={classes.card}>
          <input
            type="radio"
            name={group}
            value={template.id}
            checked={template.id === value}
            onChange={() => onChange(template.id)}
          />
          <span>
            <b>{template.name}</b>
            <span className={classes.about}>{template.about}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}

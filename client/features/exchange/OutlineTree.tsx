import { useTranslation } from 'react-i18next'
import type { ImportResult } from '../../lib/api-types'
import classes from './Import.module.css'

/** Title, preface, parts and sections as they were recognised. */
export function OutlineTree({ result: { title, preface, parts } }: { result: ImportResult }) {
  const { t } = useTranslation()
  return (
    <div className={classes.tree}>
      <p className={classes.title}>{title ?? t('exchange.noTitle')}</p>
      {preface.length > 0 && <p className={classes.hint}>{t('exchange.preface', { count: preface.length })}</p>}
      {parts.length === 0 && <p className={classes.hint}>{t('exchange.noParts')}</p>}
      <ol>
        {parts.map((part) => (
          <li key={`${part.number}${part.heading}`}>
            <b>
              {part.number}
              {part.heading}
            </b>
            {part.sections.length > 0 && (
              <ol>
                {part.sections.map((section) => (
                  <li key={`${section.number}${section.heading}`}>
                    {section.number}
                    {section.heading}
                  </li>
                ))}
              </ol>
            )}
          </li>
        ))}
      </ol>
    </div>
  )
}

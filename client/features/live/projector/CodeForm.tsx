import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { readCode } from '../../../../shared/live/projector'
import classes from './CodeForm.module.css'

interface CodeFormProps {
  problem: 'wrong' | 'tooOften' | 'outdated' | null
  onCode: (code: string) => void
}

export function CodeForm({ problem, onCode }: CodeFormProps) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const [isMalformed, setIsMalformed] = useState(false)
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    const code = readCode(typed)
    setIsMalformed(code === null)
    if (code !== null) onCode(code)
  }
  const words = isMalformed ? t('projector.malformed') : problem !== null ? t(`projector.${problem}`) : null
  return (
    <main id="main" className={classes.page} tabIndex={-1}>
      <form className={classes.form} onSubmit={handleSubmit}>
        <h1>{t('projector.enter')}</h1>
        <p>{t('projector.about')}</p>
        <input
          aria-label={t('projector.code')}
          aria-invalid={words !== null}
          value={typed}
          maxLength={20}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          ref={(field) => field?.focus()}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        {words !== null && <p role="alert">{words}</p>}
        <button type="submit">{t('projector.show')}</button>
      </form>
    </main>
  )
}

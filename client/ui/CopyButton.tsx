import { Button, type ButtonProps } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { copyText } from '../lib/copy-text'

interface CopyButtonProps extends Pick<ButtonProps, 'variant' | 'size'> {
  text: string
  label: string
  /** For whom or what, where several such buttons stand together. */
  describe?: string
}

const SHOWN_MS = 2_000

/** Says in its own place that it has copied, or that the browser would not. */
export function CopyButton({ text, label, describe, variant = 'default', size = 'xs' }: CopyButtonProps) {
  const { t } = useTranslation()
  const [outcome, setOutcome] = useState<'idle' | 'copied' | 'failed'>('idle')

  useEffect(() => {
    if (outcome === 'idle') return
    const timer = setTimeout(() => setOutcome('idle'), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [outcome])

  const handleClick = () => {
    void copyText(text).then((copied) => setOutcome(copied ? 'copied' : 'failed'))
  }
  const words = { idle: label, copied: t('app.copied'), failed: t('app.copyFailed') }
  return (
    <Button variant={variant} size={size} onClick={handleClick} aria-description={describe}>
      <span aria-live="polite">{words[outcome]}</span>
    </Button>
  )
}

import type { ComponentPropsWithRef } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './Presence.module.css'

/** "3 人在线", as a button; everything a button takes, for the kit puts its own on it. */
export function CountButton({ count, className = '', ...button }: { count: number } & ComponentPropsWithRef<'button'>) {
  const { t } = useTranslation()
  return (
    <button type="button" className={`${classes.count} ${className}`} {...button}>
      {t('presence.count', { count })}
    </button>
  )
}

import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { reachability } from '../lib/reachability'
import { useReachable } from '../lib/useReachable'
import classes from './OfflineBanner.module.css'

/** Says so while the server does not answer, and asks for everything anew when it does again. */
export function OfflineBanner() {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const reachable = useReachable()
  const wasReachable = useRef(reachable)

  useEffect(() => {
    if (reachable && !wasReachable.current) void queryClient.invalidateQueries()
    wasReachable.current = reachable
  }, [reachable, queryClient])

  useEffect(() => {
    window.addEventListener('online', reachability.askNow)
    return () => window.removeEventListener('online', reachability.askNow)
  }, [])

  return (
    <div role="status" className={classes.place}>
      {!reachable && <p className={classes.banner}>{t('app.unreachable')}</p>}
    </div>
  )
}

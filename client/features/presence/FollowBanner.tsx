import { useTranslation } from 'react-i18next'
import { PERSON_COLORS } from '../../../shared/wire/awareness'
import type { Follow } from './follow'
import classes from './Presence.module.css'

interface FollowBannerProps {
  follow: Follow
  onStop: () => void
}

/** In the followed person's colour, over the text: one never wonders why the page moves by itself. */
export function FollowBanner({ follow, onStop }: FollowBannerProps) {
  const { t } = useTranslation()
  return (
    <div role="status" className={classes.bannerPlace}>
      {follow.kind === 'following' && (
        <div className={classes.banner} style={{ background: `var(--u${(follow.color % PERSON_COLORS) + 1})` }}>
          <span>{t('presence.following', { name: follow.name })}</span>
          <span aria-hidden="true">·</span>
          <button type="button" onClick={onStop}>
            {t('presence.stopFollow')}
          </button>
        </div>
      )}
      {follow.kind === 'lost' && (
        <div className={classes.banner} data-lost>
          <span>{t('presence.lost', { name: follow.name })}</span>
          <button type="button" onClick={onStop}>
            {t('presence.dismiss')}
          </button>
        </div>
      )}
    </div>
  )
}

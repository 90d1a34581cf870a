import { useTranslation } from 'react-i18next'
import type { MeetingPerson } from '../../../../shared/live/messages'
import { Avatar } from '../../../ui/Avatar'
import type { Follow } from './follow'
import classes from './TextStage.module.css'

interface FollowPillProps {
  follow: Follow
  /** Whom the room follows; null: nobody has a place in this text yet. */
  speaker: MeetingPerson | null
  onLetGo: () => void
  onReturn: () => void
}

/** Over the text: whose place one sees, and the way back to it. */
export function FollowPill({ follow, speaker, onLetGo, onReturn }: FollowPillProps) {
  const { t } = useTranslation()
  return (
    <div role="status" className={classes.pillPlace}>
      {follow === 'leading' ? (
        <div className={classes.pill} data-follow={follow}>
          {t('live.follow.leading')}
        </div>
      ) : (
        <div className={classes.pill} data-follow={follow}>
          {speaker !== null && <Avatar name={speaker.name} color={speaker.color} size="small" />}
          <span>
            {follow === 'elsewhere'
              ? t('live.follow.elsewhere')
              : speaker === null
                ? t('live.follow.presider')
                : t('live.follow.following', { name: speaker.name })}
          </span>
          <button type="button" onClick={follow === 'elsewhere' ? onReturn : onLetGo}>
            {t(follow === 'elsewhere' ? 'live.follow.return' : 'live.follow.stop')}
          </button>
        </div>
      )}
    </div>
  )
}

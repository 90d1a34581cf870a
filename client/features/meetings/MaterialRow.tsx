import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { atLeast } from '../../../shared/access/ability'
import type { Transition } from '../../../shared/access/transitions'
import type { Material, Member } from '../../lib/api-types'
import { Avatar } from '../../ui/Avatar'
import { Chip } from '../../ui/Chip'
import { ProgressBar } from '../../ui/ProgressBar'
import { RowMenu } from '../../ui/RowMenu'
import classes from './MaterialRow.module.css'
import { STATE_TONES } from './materials'

interface MaterialRowProps {
  material: Material
  owner: Member | undefined
  isMine: boolean
  onTransition: (transition: Transition) => void
  onImport: () => void
}

export function MaterialRow({ material, owner, isMine, onTransition, onImport }: MaterialRowProps) {
  const { t } = useTranslation()
  const { meeting, id, state, ability, transitions, progress } = material
  const name = owner?.name ?? t('meeting.materials.collective')
  const post = [owner?.post, isMine ? t('meeting.materials.mine') : ''].filter(Boolean).join(' · ')
  const items = transitions.map((transition) => ({
    label: t(`terms.transition.${transition}`),
    onSelect: () => onTransition(transition),
  }))
  if (ability === 'edit') items.push({ label: t('meeting.materials.import'), onSelect: onImport })
  return (
    <tr>
      <td>
        <div className={classes.who}>
          <Avatar name={owner?.name ?? '班'} color={owner?.color ?? null} />
          <div>
            <b>{name}</b> <span className={classes.quiet}>{post}</span>
            {material.reason !== null && state === 'returned' && (
              <p className={classes.reason}>{t('meeting.materials.reason', { reason: material.reason })}</p>
            )}
          </div>
        </div>
      </td>
      <td className={classes.progress}>
        {progress !== null && (
          <>
            <ProgressBar done={progress.written} total={progress.total} label={t('meeting.materials.sections', progress)} />
            <span className={classes.quiet}>
              {t('meeting.materials.sections', progress)}
              {progress.chars !== null && ` · ${t('meeting.materials.chars', { count: progress.chars })}`}
            </span>
          </>
        )}
      </td>
      <td className={classes.state}>
        <Chip tone={STATE_TONES[state]}>{t(`terms.state.${state}`)}</Chip>
      </td>
      <td>
        <div className={classes.actions}>
          {atLeast(ability, 'read') ? (
            <Button
              variant={ability === 'edit' ? 'filled' : 'default'}
              size="xs"
              aria-label={`${t(ability === 'edit' ? 'meeting.materials.write' : 'meeting.materials.open')} ${name}`}
              renderRoot={(props) => <Link to="/m/$meeting/$material" params={{ meeting, material: id }} {...props} />}
            >
              {t(ability === 'edit' ? 'meeting.materials.write' : 'meeting.materials.open')}
            </Button>
          ) : (
            <span className={classes.quiet}>{t('meeting.materials.hidden')}</span>
          )}
          {items.length > 0 && <RowMenu label={t('meeting.materials.more', { title: name })} items={items} />}
        </div>
      </td>
    </tr>
  )
}

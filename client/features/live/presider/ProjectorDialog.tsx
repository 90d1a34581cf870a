import { Button, Modal } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { LiveModel } from '../../../live/live-model'
import { CopyButton } from '../../../ui/CopyButton'
import { ErrorNote } from '../../../ui/ErrorNote'
import form from '../../../ui/Form.module.css'
import { timeOfDay } from '../agenda/time-words'
import { liveApi, type NewProjectorCode, projectorCodeQuery } from '../requests'
import classes from './ProjectorDialog.module.css'
import { QrPicture } from './QrPicture'

interface ProjectorDialogProps {
  opened: boolean
  model: LiveModel
  onClose: () => void
}

/** The one-meeting code for the projector's computer: made, shown once, revoked. */
export function ProjectorDialog({ opened, model, onClose }: ProjectorDialogProps) {
  const { t } = useTranslation()
  return (
    <Modal opened={opened} onClose={onClose} title={t('live.code.title')} size="md">
      {opened && <CodePanel model={model} />}
    </Modal>
  )
}

function CodePanel({ model: { meeting, projectors } }: { model: LiveModel }) {
  const { t, i18n } = useTranslation()
  const queryClient = useQueryClient()
  const code = useQuery(projectorCodeQuery(meeting))
  const refresh = () => queryClient.invalidateQueries({ queryKey: projectorCodeQuery(meeting).queryKey })
  const make = useMutation({ mutationFn: () => liveApi.makeProjectorCode({ meeting }), onSuccess: refresh })
  const revoke = useMutation({
    mutationFn: () => liveApi.revokeProjectorCode({ meeting }),
    onSuccess: async () => {
      make.reset()
      await refresh()
    },
  })
  const handleMake = () => {
    revoke.reset()
    make.mutate()
  }
  const known = code.data ?? null
  return (
    <div className={form.stack}>
      <p className={classes.about}>{t('live.code.about')}</p>
      <div aria-live="polite">
        {make.data !== undefined ? (
          <Made made={make.data} />
        ) : revoke.isSuccess ? (
          <p>{t('live.code.revoked')}</p>
        ) : known !== null ? (
          <p>
            {t('live.code.made', {
              time: timeOfDay(known.createdAt, i18n.language),
              until: timeOfDay(known.expiresAt, i18n.language),
            })}
          </p>
        ) : (
          code.isSuccess && <p>{t('live.code.none')}</p>
        )}
      </div>
      {projectors > 0 && <p>{t('live.code.screens', { count: projectors })}</p>}
      <ErrorNote error={code.error ?? make.error ?? revoke.error} />
      <div className={form.actions}>
        {known !== null && (
          <Button variant="default" onClick={() => revoke.mutate()} loading={revoke.isPending}>
            {t('live.code.revoke')}
          </Button>
        )}
        <Button onClick={handleMake} loading={make.isPending}>
          {t(known !== null ? 'live.code.remake' : 'live.code.make')}
        </Button>
      </div>
    </div>
  )
}

function Made({ made: { code, url } }: { made: NewProjectorCode }) {
  const { t } = useTranslation()
  const [address = url] = url.split('#')
  return (
    <div className={classes.made}>
      <div className={classes.ways}>
        <QrPicture address={url} />
        <div>
          <p>{t('live.code.address')}</p>
          <p className={classes.address}>{address}</p>
          <p>{t('live.code.code')}</p>
          <p className={classes.code} data-code={code}>
            {`${code.slice(0, 4)} ${code.slice(4)}`}
          </p>
        </div>
      </div>
      <p className={classes.about}>{t('live.code.once')}</p>
      <div className={classes.links}>
        <CopyButton text={url} label={t('live.code.copy')} />
        <a href={url} target="_blank" rel="noreferrer">
          {t('live.code.open')}
        </a>
      </div>
    </div>
  )
}

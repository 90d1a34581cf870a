import { Button, Modal } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { MeetingId } from '../../../../shared/ids'
import { ErrorNote } from '../../../ui/ErrorNote'
import { Wait } from '../../../ui/Wait'
import { minutesQuery } from '../requests'
import { MinutesView } from './MinutesView'
import classes from './Minutes.module.css'

interface MinutesDialogProps {
  opened: boolean
  meeting: MeetingId
  onClose: () => void
}

/** 会议记录 as it would be signed, to be read, printed and taken along. */
export function MinutesDialog({ opened, meeting, onClose }: MinutesDialogProps) {
  const { t } = useTranslation()
  return (
    <Modal opened={opened} onClose={onClose} title={t('recorder.minutes.title')} fullScreen>
      {opened && <Opened meeting={meeting} />}
    </Modal>
  )
}

function Opened({ meeting }: { meeting: MeetingId }) {
  const { t } = useTranslation()
  const minutes = useQuery(minutesQuery(meeting))
  const fileOf = (format: 'docx' | 'text' | 'html') =>
    `/api/meetings/${encodeURIComponent(meeting)}/minutes/file?format=${format}`
  if (minutes.data === undefined) {
    if (minutes.isError) return <ErrorNote error={minutes.error} onRetry={() => void minutes.refetch()} />
    return <Wait text={t('recorder.minutes.loading')} />
  }
  return (
    <>
      <div className={classes.tools}>
        <Button variant="default" onClick={() => window.print()}>
          {t('recorder.minutes.print')}
        </Button>
        <Button component="a" href={fileOf('docx')} download>
          {t('recorder.minutes.docx')}
        </Button>
        <Button variant="default" component="a" href={fileOf('text')} download>
          {t('recorder.minutes.text')}
        </Button>
        <Button variant="default" component="a" href={fileOf('html')} download>
          {t('recorder.minutes.html')}
        </Button>
      </div>
      <MinutesView minutes={minutes.data} />
    </>
  )
}

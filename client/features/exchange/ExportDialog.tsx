import { Button, Group, Modal, NativeSelect, Radio, SegmentedControl, Stack } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type RefObject, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MaterialId } from '../../../shared/ids'
import { api } from '../../lib/api'
import { versionsQuery } from '../../lib/query'
import { saveBlob } from '../../lib/save-file'
import { timeOfDay, versionName } from '../../lib/version-words'
import { ErrorNote } from '../../ui/ErrorNote'

const FORMATS = ['docx', 'txt'] as const
const WAYS = ['without', 'with', 'revisions'] as const
type Format = (typeof FORMATS)[number]
type Way = (typeof WAYS)[number]

interface ExportDialogProps {
  opened: boolean
  material: MaterialId
  /** What the material is called. */
  title: string
  onClose: () => void
}

/** A material becomes a file: which kind, what of the suggestions, as of when. Closing calls it off. */
export function ExportDialog({ opened, material, title, onClose }: ExportDialogProps) {
  const { t } = useTranslation()
  const stop = useRef<AbortController | null>(null)
  const handleClose = () => {
    stop.current?.abort()
    onClose()
  }
  return (
    <Modal
      opened={opened}
      onClose={handleClose}
      title={t('exchange.export.title', { title })}
      closeButtonProps={{ 'aria-label': t('exchange.export.close') }}
      centered
    >
      <ExportForm material={material} stop={stop} onClose={handleClose} />
    </Modal>
  )
}

interface ExportFormProps extends Pick<ExportDialogProps, 'material' | 'onClose'> {
  /** Ends what is under way. */
  stop: RefObject<AbortController | null>
}

function ExportForm({ material, stop, onClose }: ExportFormProps) {
  const { t, i18n } = useTranslation()
  const { data: versions = [] } = useQuery(versionsQuery(material))
  const [format, setFormat] = useState<Format>('docx')
  const [way, setWay] = useState<Way>('without')
  const [version, setVersion] = useState(0)
  const ways = WAYS.filter((each) => format === 'docx' || each !== 'revisions')
  const make = useMutation({
    mutationFn: () => {
      stop.current = new AbortController()
      const offset = -new Date().getTimezoneOffset()
      const suggestions = ways.includes(way) ? way : 'without'
      return api.materials.export({ material, format, suggestions, version, offset }, { signal: stop.current.signal })
    },
    onSuccess: (file) => {
      saveBlob(file.name, file)
      onClose()
    },
  })
  const day = new Intl.DateTimeFormat(i18n.language, { month: 'numeric', day: 'numeric' })

  return (
    <Stack gap="md">
      <SegmentedControl
        aria-label={t('exchange.export.format')}
        value={format}
        onChange={(value) => setFormat(FORMATS.find((each) => each === value) ?? 'docx')}
        data={FORMATS.map((each) => ({ value: each, label: t(`exchange.export.formats.${each}`) }))}
      />
      <Radio.Group
        label={t('exchange.export.suggestions')}
        value={ways.includes(way) ? way : 'without'}
        onChange={(value) => setWay(WAYS.find((each) => each === value) ?? 'without')}
      >
        <Stack gap="xs" mt="xs">
          {ways.map((each) => (
            <Radio key={each} value={each} label={t(`exchange.export.ways.${each}`)} />
          ))}
        </Stack>
      </Radio.Group>
      <NativeSelect
        label={t('exchange.export.version')}
        value={version}
        onChange={(event) => setVersion(Number(event.currentTarget.value))}
        data={[
          { value: '0', label: t('exchange.export.now') },
          ...versions.map((each) => ({
            value: String(each.number),
            label: `${day.format(each.at)} ${timeOfDay(each.at, i18n.language)} ${versionName(each, t)}`,
          })),
        ]}
      />
      <ErrorNote error={make.error} />
      <Group justify="flex-end" gap="sm">
        <span role="status">{make.isPending && t('exchange.export.making')}</span>
        <Button variant="default" onClick={onClose}>
          {t('exchange.export.cancel')}
        </Button>
        <Button loading={make.isPending} onClick={() => make.mutate()} data-autofocus>
          {t('exchange.export.make')}
        </Button>
      </Group>
    </Stack>
  )
}

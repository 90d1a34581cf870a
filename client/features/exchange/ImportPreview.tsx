import { Button, NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ImportResult } from '../../lib/api-types'
import { hasCode } from '../../lib/failure'
import { ErrorNote } from '../../ui/ErrorNote'
import form from '../../ui/Form.module.css'
import { Wait } from '../../ui/Wait'
import classes from './Import.module.css'
import { OutlineTree } from './OutlineTree'
import { groupReport } from './report'
import { asksForEncoding, ENCODINGS, type Encoding, type Source } from './source'

interface ImportPreviewProps {
  title: string
  source: Source
  /** Undefined while another encoding is tried. */
  result: ImportResult | undefined
  busy: boolean
  error: unknown
  onEncoding: (encoding: Encoding | null) => void
  onBack: () => void
  onConfirm: () => void
}

export function ImportPreview({ title, source, result, busy, error, onEncoding, onBack, onConfirm }: ImportPreviewProps) {
  const { t } = useTranslation()
  const isWrongEncoding = source.encoding !== null && hasCode(error, 'BROKEN_FILE')
  return (
    <div className={form.stack}>
      {asksForEncoding(source) && (
        <NativeSelect
          label={t('exchange.encoding')}
          description={t('exchange.encodingHint')}
          value={source.encoding ?? 'auto'}
          onChange={(event) => onEncoding(ENCODINGS.find((encoding) => encoding === event.currentTarget.value) ?? null)}
          data={['auto' as const, ...ENCODINGS].map((value) => ({ value, label: t(`exchange.encodings.${value}`) }))}
        />
      )}
      {result === undefined && (error === null || error === undefined) && <Wait text={t('exchange.previewing')} />}
      {result !== undefined && (
        <div className={classes.preview}>
          <section aria-labelledby="import-outline">
            <h3 id="import-outline">{t('exchange.outline')}</h3>
            <OutlineTree result={result} />
          </section>
          <section aria-labelledby="import-report">
            <h3 id="import-report">{t('exchange.report')}</h3>
            <Kept result={result} />
            <Report result={result} />
          </section>
        </div>
      )}
      {isWrongEncoding ? (
        <p role="alert" className={classes.warning}>
          {t('exchange.wrongEncoding')}
        </p>
      ) : (
        <ErrorNote error={error} />
      )}
      {result !== undefined && <p className={classes.warning}>{t('exchange.replaces', { title })}</p>}
      <div className={form.actions}>
        <Button variant="default" onClick={onBack}>
          {t('exchange.back')}
        </Button>
        <Button onClick={onConfirm} loading={busy} disabled={result === undefined}>
          {t('exchange.confirm')}
        </Button>
      </div>
    </div>
  )
}

/** What people proposed and said in the file. */
function Kept({ result: { suggestions, threads } }: { result: ImportResult }) {
  const { t } = useTranslation()
  if (suggestions === 0 && threads === 0) return null
  return (
    <p className={classes.kept}>
      {[
        ...(suggestions === 0 ? [] : [t('exchange.suggestions', { count: suggestions })]),
        ...(threads === 0 ? [] : [t('exchange.threads', { count: threads })]),
      ].join(t('exchange.and'))}
      {t('exchange.kept')}
    </p>
  )
}

function Report({ result }: { result: ImportResult }) {
  const { t } = useTranslation()
  const groups = groupReport(result.report)
  if (groups.length === 0) return <p className={classes.hint}>{t('exchange.nothingToReport')}</p>
  return groups.map(({ kind, items }) => (
    <details key={kind} open className={classes.group}>
      <summary>
        {t(`exchange.kind.${kind}`)} {items.length}
      </summary>
      <ul>
        {items.map((item) => (
          <li key={`${item.line ?? ''} ${item.message} ${item.excerpt}`}>
            {item.message}
            {item.line !== undefined && <span className={classes.hint}> {t('exchange.line', { line: item.line })}</span>}
            {item.excerpt !== '' && <q>{item.excerpt}</q>}
          </li>
        ))}
      </ul>
    </details>
  ))
}

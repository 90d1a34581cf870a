import { Tabs } from '@mantine/core'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { keepsRecord } from '../../../../shared/live/command-rights'
import type { Line } from '../../../../shared/live/record'
import type { LiveModel } from '../../../live/live-model'
import type { MeetingSession } from '../../../live/meeting-session'
import type { Order } from '../order'
import { LineList } from './LineList'
import { OwnLines } from './OwnLines'
import { lastOwnLine, nextEdition } from './preset'
import { PreparedPanel } from './Prepared'
import classes from './Record.module.css'
import { RecorderForm } from './RecorderForm'
import { RecordStage } from './RecordStage'
import { Replies } from './Replies'
import { sideTabs } from './side-tabs'
import { useDraft } from './useDraft'

interface SidePanelProps {
  session: MeetingSession
  model: LiveModel
  aspects: readonly string[]
  order: Order
  onWriting: (writing: boolean) => void
  onMinutes: () => void
}

/** Beside the text: the record for those who keep it, one's own notes for everyone who speaks. The projector never has this column. */
export function SidePanel({ session, model, aspects, order, onWriting, onMinutes }: SidePanelProps) {
  const { t } = useTranslation()
  const tabs = sideTabs(model)
  const [wanted, setWanted] = useState<string | null>(null)
  const desk = useDraft(model.state)
  const field = useRef<HTMLTextAreaElement>(null)
  const [undone, setUndone] = useState<Line | null>(null)
  const current = tabs.find((tab) => tab === wanted) ?? tabs[0]
  const isKeeper = keepsRecord(model.you)
  if (current === undefined) return null

  const handleEdit = (line: Line) => {
    desk.edit(line)
    field.current?.focus()
  }
  const handleUndo = () => {
    const last = lastOwnLine(session.view().record.lines, model.you.person)
    if (last === null) return
    session.writeLine(nextEdition(last, { removed: true }))
    setUndone(last)
  }
  const handleRestore = () => {
    const now = session.view().record.lines.find(({ id }) => id === undone?.id)
    if (now !== undefined) session.writeLine(nextEdition(now, { removed: false }))
    setUndone(null)
    field.current?.focus()
  }
  return (
    <div className={classes.panel}>
      <Tabs value={current} onChange={setWanted} keepMounted={false} className={classes.body}>
        <Tabs.List className={classes.tabs} aria-label={t('recorder.label')}>
          {tabs.map((tab) => (
            <Tabs.Tab key={tab} value={tab} className={classes.tab}>
              {t(`recorder.tab.${tab}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="criticism">
          <LineList session={session} model={model} show="criticism" onEdit={handleEdit} onRemoved={setUndone} />
        </Tabs.Panel>
        <Tabs.Panel value="all">
          <RecordStage session={session} model={model} order={order} onMinutes={onMinutes} />
          <LineList session={session} model={model} show="all" onEdit={handleEdit} onRemoved={setUndone} />
        </Tabs.Panel>
        <Tabs.Panel value="replies">
          <Replies session={session} model={model} />
        </Tabs.Panel>
        <Tabs.Panel value="prepared">
          <PreparedPanel model={model} aspects={aspects} />
        </Tabs.Panel>
        <Tabs.Panel value="own">
          <OwnLines session={session} model={model} />
        </Tabs.Panel>
      </Tabs>
      <div role="status">
        {undone !== null && (
          <div className={classes.undone}>
            <span>{t('recorder.undone', { text: undone.text })}</span>
            <button type="button" className={classes.link} onClick={handleRestore}>
              {t('recorder.restore')}
            </button>
          </div>
        )}
      </div>
      {isKeeper && model.state.record !== 'locked' && (
        <RecorderForm
          session={session}
          model={model}
          aspects={aspects}
          desk={desk}
          field={field}
          onWriting={onWriting}
          onUndo={handleUndo}
        />
      )}
    </div>
  )
}

import { Button, SegmentedControl, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useReducer, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { headingNumber } from '../../../shared/outline/numbering'
import { api } from '../../lib/api'
import type { MeetingDetail, Outline } from '../../lib/api-types'
import { ErrorNote } from '../../ui/ErrorNote'
import form from '../../ui/Form.module.css'
import panel from '../../ui/Panel.module.css'
import classes from './OutlineEditor.module.css'
import { OutlineRow } from './OutlineRow'
import { draftOf, edited, isComplete, outlineOf } from './outline-draft'
import { SavedNote } from './SavedNote'
import { useMeetingMutation } from './useMeetingMutation'

type Which = 'collective' | 'individual'

/** Parts, aspects and hints of this meeting's own copy of the template. */
export function OutlineEditor({ meeting }: { meeting: MeetingDetail }) {
  const { t } = useTranslation()
  const [which, setWhich] = useState<Which>('collective')
  return (
    <section className={panel.panel} aria-labelledby="settings-outline">
      <div className={classes.head}>
        <h2 id="settings-outline">{t('meeting.settings.outline')}</h2>
        <SegmentedControl
          aria-label={t('meeting.settings.whichOutline')}
          value={which}
          onChange={(value: Which) => setWhich(value)}
          data={[
            { value: 'collective', label: t('meeting.settings.collective') },
            { value: 'individual', label: t('meeting.settings.individual') },
          ]}
        />
      </div>
      <p className={classes.about}>{t('meeting.settings.outlineAbout')}</p>
      <OutlineForm
        key={which}
        meeting={meeting}
        which={which}
        outline={which === 'collective' ? meeting.collectiveOutline : meeting.individualOutline}
      />
    </section>
  )
}

function OutlineForm({ meeting, which, outline }: { meeting: MeetingDetail; which: Which; outline: Outline }) {
  const { t } = useTranslation()
  const [draft, dispatch] = useReducer(edited, outline, draftOf)
  const save = useMeetingMutation(() =>
    api.meetings.update({
      meeting: meeting.id,
      ...(which === 'collective' ? { collectiveOutline: outlineOf(draft) } : { individualOutline: outlineOf(draft) }),
    }),
  )
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (isComplete(draft)) save.mutate(undefined)
  }
  return (
    <form className={form.stack} onSubmit={handleSubmit} onChange={save.reset}>
      <TextInput
        label={t('meeting.outline.title')}
        description={t('meeting.outline.titleHint')}
        value={draft.title}
        onChange={(event) => dispatch({ kind: 'title', text: event.currentTarget.value })}
        maxLength={200}
        required
      />
      <Textarea
        label={t('meeting.outline.prefaceHint')}
        value={draft.prefaceHint}
        onChange={(event) => dispatch({ kind: 'prefaceHint', text: event.currentTarget.value })}
        maxLength={500}
        rows={2}
      />
      <ol className={classes.parts}>
        {draft.parts.map((part, index) => (
          <li key={part.key} className={classes.part}>
            <OutlineRow
              row={part}
              at={{ part: index }}
              count={draft.parts.length}
              number={headingNumber(1, index + 1)}
              what={t('meeting.outline.part', { n: index + 1 })}
              onEdit={dispatch}
            />
            <ol className={classes.sections}>
              {part.sections.map((section, place) => (
                <li key={section.key}>
                  <OutlineRow
                    row={section}
                    at={{ part: index, section: place }}
                    count={part.sections.length}
                    number={headingNumber(2, place + 1)}
                    what={t('meeting.outline.section', { n: place + 1 })}
                    onEdit={dispatch}
                  />
                </li>
              ))}
              <li>
                <Button variant="subtle" size="xs" onClick={() => dispatch({ kind: 'add', to: index })}>
                  ＋ {t('meeting.outline.addSection')}
                </Button>
              </li>
            </ol>
          </li>
        ))}
      </ol>
      <div>
        <Button variant="default" size="xs" onClick={() => dispatch({ kind: 'add', to: null })}>
          ＋ {t('meeting.outline.addPart')}
        </Button>
      </div>
      <ErrorNote error={save.error} />
      <div className={form.actions}>
        {!isComplete(draft) && <span className={classes.incomplete}>{t('meeting.outline.headingMissing')}</span>}
        <SavedNote shown={save.isSuccess} />
        <Button type="submit" loading={save.isPending} disabled={!isComplete(draft)}>
          {t('app.save')}
        </Button>
      </div>
    </form>
  )
}

import { Button, Checkbox, Modal, NativeSelect, NumberInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ATTENDANCE, type Attendee } from '../../../../shared/live/attendance'
import { presides } from '../../../../shared/live/command-rights'
import type { LiveModel } from '../../../live/live-model'
import form from '../../../ui/Form.module.css'
import table from '../../../ui/Table.module.css'
import { nameOf, type Order } from '../order'
import classes from './AttendanceDialog.module.css'

interface AttendanceDialogProps {
  opened: boolean
  model: LiveModel
  order: Order
  onClose: () => void
}

/** 应到 · 实到 · 请假, ticked by whoever keeps the list. */
export function AttendanceDialog({ opened, model, order, onClose }: AttendanceDialogProps) {
  const { t } = useTranslation()
  const { attendance, quorum } = model.state
  return (
    <Modal opened={opened} onClose={onClose} title={t('live.attendance.title')} size="lg">
      <div className={form.stack}>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">{t('live.attendance.name')}</th>
              <th scope="col">{t('live.attendance.expected')}</th>
              <th scope="col">{t('live.attendance.status')}</th>
              <th scope="col">{t('live.attendance.reason')}</th>
            </tr>
          </thead>
          <tbody>
            {attendance.map((attendee) => (
              <Row
                key={`${attendee.person}/${attendee.reason}`}
                attendee={attendee}
                name={nameOf(model, attendee.person)}
                order={order}
              />
            ))}
          </tbody>
        </table>
        {presides(model.you) && (
          <fieldset className={classes.quorum}>
            <legend>{t('live.attendance.quorum')}</legend>
            <NumberInput
              aria-label={t('live.attendance.needs')}
              value={quorum.needs}
              min={1}
              max={quorum.of}
              onChange={(needs) => order({ kind: 'setQuorum', needs: Number(needs) || 1, of: quorum.of })}
            />
            <span aria-hidden="true">/</span>
            <NumberInput
              aria-label={t('live.attendance.of')}
              value={quorum.of}
              min={quorum.needs}
              max={100}
              onChange={(of) => order({ kind: 'setQuorum', needs: quorum.needs, of: Number(of) || quorum.of })}
            />
            <span>{t('live.attendance.quorumAbout', { ...quorum })}</span>
          </fieldset>
        )}
        <div className={form.actions}>
          <Button onClick={onClose}>{t('live.attendance.close')}</Button>
        </div>
      </div>
    </Modal>
  )
}

function Row({ attendee, name, order }: { attendee: Attendee; name: string; order: Order }) {
  const { t } = useTranslation()
  const { person, status, expected } = attendee
  const [reason, setReason] = useState(attendee.reason)
  return (
    <tr>
      <td>{name}</td>
      <td>
        <Checkbox
          aria-label={t('live.attendance.expectedOf', { name })}
          checked={expected}
          onChange={(event) => order({ kind: 'expect', person, expected: event.currentTarget.checked })}
        />
      </td>
      <td>
        <NativeSelect
          aria-label={t('live.attendance.statusOf', { name })}
          value={status}
          data={ATTENDANCE.map((value) => ({ value, label: t(`live.attendance.${value}`) }))}
          onChange={(event) => {
            const next = ATTENDANCE.find((value) => value === event.currentTarget.value)
            if (next !== undefined) order({ kind: 'attend', person, status: next, reason: next === 'absent' ? reason : '' })
          }}
        />
      </td>
      <td>
        {status === 'absent' && (
          <TextInput
            aria-label={t('live.attendance.reasonOf', { name })}
            value={reason}
            maxLength={60}
            onChange={(event) => setReason(event.currentTarget.value)}
            onBlur={() => reason !== attendee.reason && order({ kind: 'attend', person, status, reason })}
          />
        )}
      </td>
    </tr>
  )
}

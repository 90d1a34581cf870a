import { ActionIcon, Button, Modal, NumberInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AgendaItem } from '../../../../shared/live/agenda'
import type { LiveModel } from '../../../live/live-model'
import form from '../../../ui/Form.module.css'
import { nameOf, type Order } from '../order'
import classes from './AgendaDialog.module.css'

const MAX_MINUTES = 600

interface AgendaDialogProps {
  opened: boolean
  model: LiveModel
  order: Order
  onClose: () => void
}

/** Rearranging: every change is the meeting's at once, for everyone. */
export function AgendaDialog({ opened, model, order, onClose }: AgendaDialogProps) {
  const { t } = useTranslation()
  const { items } = model.state
  return (
    <Modal opened={opened} onClose={onClose} title={t('live.arrange.title')} size="lg">
      <div className={form.stack}>
        <ol className={classes.items}>
          {items.map((item, index) => (
            <li key={item.id}>
              {/* Drawn anew when somebody else changes it. */}
              <ItemFields key={`${item.title}/${item.minutes}`} item={item} number={index + 1} order={order} />
              <MoveButtons
                what={item.title}
                isFirst={index === 0}
                isLast={index === items.length - 1}
                onUp={() => order({ kind: 'moveItem', item: item.id, before: items[index - 1]?.id ?? null })}
                onDown={() => order({ kind: 'moveItem', item: item.id, before: items[index + 2]?.id ?? null })}
              />
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('live.arrange.remove', { what: item.title })}
                onClick={() => order({ kind: 'removeItem', item: item.id })}
              >
                ✕
              </ActionIcon>
              {item.turns.length > 1 && <Turns item={item} model={model} order={order} />}
            </li>
          ))}
        </ol>
        <div className={form.actions}>
          <Button
            variant="default"
            onClick={() => order({ kind: 'addItem', title: t('live.arrange.newItem'), minutes: 5, before: null })}
          >
            {t('live.arrange.add')}
          </Button>
          <Button onClick={onClose}>{t('live.arrange.close')}</Button>
        </div>
      </div>
    </Modal>
  )
}

function ItemFields({ item, number, order }: { item: AgendaItem; number: number; order: Order }) {
  const { t } = useTranslation()
  const [title, setTitle] = useState(item.title)
  const [minutes, setMinutes] = useState(item.minutes)
  const handleBlur = () => {
    const next = { title: title.trim(), minutes }
    if (next.title === '' || (next.title === item.title && next.minutes === item.minutes)) setTitle(item.title)
    else order({ kind: 'changeItem', item: item.id, ...next })
  }
  return (
    <>
      <TextInput
        aria-label={t('live.arrange.nameOf', { n: number })}
        value={title}
        maxLength={100}
        onChange={(event) => setTitle(event.currentTarget.value)}
        onBlur={handleBlur}
      />
      <NumberInput
        aria-label={t('live.arrange.minutesOf', { n: number })}
        value={minutes}
        min={0}
        max={MAX_MINUTES}
        allowDecimal={false}
        hideControls
        onChange={(value) => setMinutes(Math.min(MAX_MINUTES, Math.max(0, Math.round(Number(value) || 0))))}
        onBlur={handleBlur}
      />
    </>
  )
}

function Turns({ item, model, order }: { item: AgendaItem; model: LiveModel; order: Order }) {
  const { t } = useTranslation()
  const { turns } = item
  return (
    <ul className={classes.turns} aria-label={t('live.arrange.speakers', { what: item.title })}>
      {turns.map((turn, index) => {
        const name = nameOf(model, turn.person)
        const move = (before: string | null) => order({ kind: 'moveTurn', item: item.id, turn: turn.id, before })
        return (
          <li key={turn.id}>
            <span>{name}</span>
            <MoveButtons
              what={name}
              isFirst={index === 0}
              isLast={index === turns.length - 1}
              onUp={() => move(turns[index - 1]?.id ?? null)}
              onDown={() => move(turns[index + 2]?.id ?? null)}
            />
          </li>
        )
      })}
    </ul>
  )
}

interface MoveButtonsProps {
  what: string
  isFirst: boolean
  isLast: boolean
  onUp: () => void
  onDown: () => void
}

function MoveButtons({ what, isFirst, isLast, onUp, onDown }: MoveButtonsProps) {
  const { t } = useTranslation()
  return (
    <span className={classes.moves}>
      <ActionIcon variant="subtle" color="gray" disabled={isFirst} aria-label={t('live.arrange.up', { what })} onClick={onUp}>
        ↑
      </ActionIcon>
      <ActionIcon variant="subtle" color="gray" disabled={isLast} aria-label={t('live.arrange.down', { what })} onClick={onDown}>
        ↓
      </ActionIcon>
    </span>
  )
}

import { ActionIcon, Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { SuggestionView } from '../../editor/suggesting/suggesting-state'
import { DropMenu } from '../../ui/DropMenu'
import { batchEntries } from './batch-entries'
import classes from './SuggestionBar.module.css'
import type { SuggestionDesk } from './useSuggestionDesk'

const VIEWS: readonly SuggestionView[] = ['marks', 'final', 'original']

/** Over the cards: how many, from one to the next, what the text is looked at as, and everything about several at once. */
export function SuggestionBar({ desk }: { desk: SuggestionDesk }) {
  const { t } = useTranslation()
  const { onView, ask } = desk
  const { cards, inHand, view, step } = desk.suggestions
  const total = cards.length
  const current = cards.findIndex((card) => card.id === inHand) + 1
  return (
    <div className={classes.bar}>
      <h2 className={classes.title}>
        {t('suggestions.tab')} <span className={classes.count}>{total}</span>
      </h2>
      {total > 0 && view === 'marks' && (
        <div className={classes.steps}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            aria-label={t('suggestions.previous')}
            title={`${t('suggestions.previous')} (Shift+F8)`}
            onClick={() => step(-1)}
          >
            ‹
          </ActionIcon>
          <span className={classes.position} aria-hidden={current === 0}>
            {current === 0 ? `– / ${total}` : t('suggestions.position', { current, total })}
          </span>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            aria-label={t('suggestions.next')}
            title={`${t('suggestions.next')} (F8)`}
            onClick={() => step(1)}
          >
            ›
          </ActionIcon>
        </div>
      )}
      <DropMenu
        target={
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            className={classes.view}
            aria-label={t('suggestions.view.of', { view: t(`suggestions.view.${view}`) })}
          >
            {t(`suggestions.view.${view}`)} ▾
          </Button>
        }
        entries={() =>
          VIEWS.map((each) => ({
            key: each,
            label: t(`suggestions.view.${each}`),
            isChosen: each === view,
            onSelect: () => onView(each),
          }))
        }
      />
      <DropMenu
        width={260}
        target={
          <ActionIcon variant="subtle" color="gray" size="sm" aria-label={t('suggestions.more')}>
            ⋯
          </ActionIcon>
        }
        entries={() => [
          ...batchEntries(desk, t),
          { key: 'decisions', label: `${t('suggestions.decisions.open')}…`, onSelect: () => ask('decisions') },
        ]}
      />
    </div>
  )
}

import { VisuallyHidden } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { BatchDialog } from './BatchDialog'
import { DecisionsDialog } from './DecisionsDialog'
import type { SuggestionDesk } from './useSuggestionDesk'

/** What asks before several are decided, and the list of what was; and, for those who do not see, which suggestion one is at. */
export function SuggestionDialogs({ desk }: { desk: SuggestionDesk }) {
  const { t } = useTranslation()
  const { asked, ask, suggestions, deciding, people, material, title } = desk
  const { cards, inHand } = suggestions
  const current = cards.findIndex((card) => card.id === inHand) + 1
  return (
    <>
      <VisuallyHidden role="status">
        {current > 0 && t('suggestions.positionSpoken', { current, total: cards.length })}
      </VisuallyHidden>
      <BatchDialog
        batch={asked === 'decisions' ? null : asked}
        cards={cards}
        people={people}
        onDecide={(ids, decision, reason) => deciding.decide({ ids, decision, reason })}
        onClose={() => ask(null)}
      />
      <DecisionsDialog
        opened={asked === 'decisions'}
        material={material}
        title={title}
        people={people}
        deciding={deciding}
        onClose={() => ask(null)}
      />
    </>
  )
}

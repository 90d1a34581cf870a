import { VisuallyHidden } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { lazily } from '../../ui/lazily'
import { SinceOpened } from '../../ui/SinceOpened'
import type { SuggestionDesk } from './useSuggestionDesk'

const BatchDialog = lazily(async () => (await import('./BatchDialog')).BatchDialog)
const DecisionsDialog = lazily(async () => (await import('./DecisionsDialog')).DecisionsDialog)

/** What asks before several are decided, and the list of what was; and, for those who do not see, which suggestion one is at. */
export function SuggestionDialogs({ desk }: { desk: SuggestionDesk }) {
  const { t } = useTranslation()
  const { asked, ask, suggestions, deciding, people, material, title } = desk
  const { cards, inHand } = suggestions
  const current = cards.findIndex((card) => card.id === inHand) + 1
  const batch = asked === 'decisions' ? null : asked
  return (
    <>
      <VisuallyHidden role="status">
        {current > 0 && t('suggestions.positionSpoken', { current, total: cards.length })}
      </VisuallyHidden>
      <SinceOpened opened={batch !== null}>
        <BatchDialog
          batch={batch}
          cards={cards}
          people={people}
          onDecide={(ids, decision, reason) => deciding.decide({ ids, decision, reason })}
          onClose={() => ask(null)}
        />
      </SinceOpened>
      <SinceOpened opened={asked === 'decisions'}>
        <DecisionsDialog
          opened={asked === 'decisions'}
          material={material}
          title={title}
          people={people}
          deciding={deciding}
          onClose={() => ask(null)}
        />
      </SinceOpened>
    </>
  )
}

import { Button } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useEffect, useEffectEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SidePanel } from '../../ui/SidePanel'
import { DecidedNote } from './DecidedNote'
import { proposalAt } from './places'
import { SuggestionBar } from './SuggestionBar'
import { CardList, type FootOf } from './SuggestionCards'
import classes from './SuggestionSheet.module.css'
import type { SuggestionDesk } from './useSuggestionDesk'

/** Where there is no room beside the text: a button over it that opens the cards, as does a tap on proposed text. */
export function SuggestionSheet({ desk, footOf }: { desk: SuggestionDesk; footOf: FootOf }) {
  const { t } = useTranslation()
  const { editor, suggestions, people } = desk
  const { cards, inHand, view } = suggestions
  const [isOpen, setIsOpen] = useState(false)
  const isPhone = useMediaQuery('(max-width: 760px)', false, { getInitialValueInEffect: false })

  const handleTap = useEffectEvent(({ target }: MouseEvent) => {
    const card = cards.find(({ id }) => id === proposalAt(target))
    // Whoever writes their own suggestion goes on writing.
    if (card !== undefined && (card.author !== people.me || !editor?.isEditable)) setIsOpen(true)
  })
  useEffect(() => {
    if (editor === null) return
    const text = editor.view.dom
    const listener = (event: MouseEvent) => handleTap(event)
    text.addEventListener('click', listener)
    return () => text.removeEventListener('click', listener)
  }, [editor])

  useEffect(() => {
    if (!isOpen || inHand === null) return
    // After the sheet has drawn its cards.
    const frame = requestAnimationFrame(() =>
      document.querySelector(`[data-card="${CSS.escape(inHand)}"]`)?.scrollIntoView({ block: 'nearest' }),
    )
    return () => cancelAnimationFrame(frame)
  }, [isOpen, inHand])

  return (
    <>
      <div className={classes.place}>
        <Button variant="default" size="compact-md" className={classes.open} onClick={() => setIsOpen(true)}>
          {t('suggestions.tab')}&nbsp;<b>{cards.length}</b>
        </Button>
      </div>
      <SidePanel
        opened={isOpen}
        onClose={() => setIsOpen(false)}
        position={isPhone ? 'bottom' : 'right'}
        size={isPhone ? '62%' : 360}
        title={t('suggestions.label')}
        overlayProps={{ backgroundOpacity: 0.15 }}
      >
        <SuggestionBar desk={desk} />
        <DecidedNote deciding={desk.deciding} />
        <div className={classes.cards}>
          {view === 'marks' && cards.length > 0 ? (
            <CardList desk={desk} footOf={footOf} />
          ) : (
            <p className={classes.empty}>{t(view === 'marks' ? 'suggestions.empty' : `suggestions.view.banner.${view}`)}</p>
          )}
        </div>
      </SidePanel>
    </>
  )
}

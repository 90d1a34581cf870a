import type { TFunction } from 'i18next'
import { headingText } from '../../../shared/outline/outline'
import { suggestionsOf } from '../../editor/suggesting/cards-store'
import type { MenuEntry } from '../../ui/menu-entry'
import { byPerson, bySection, type SectionBatch } from './batches'
import type { SuggestionDesk } from './useSuggestionDesk'

/** All, all of a person, all in a section; and for everyone, all of one's own. */
export function batchEntries(desk: SuggestionDesk, t: TFunction): MenuEntry[] {
  const { editor, people, mayDecide, barred, sections, ask } = desk
  if (editor === null) return []
  // Asked of the editor, not of what is drawn: where they are changes with every word typed.
  const { cards } = suggestionsOf(editor).getSnapshot()
  const mine = cards.filter((card) => card.author === people.me).map((card) => card.id)
  const decidable = mayDecide ? cards.filter((card) => !barred.has(card.id)) : []
  const ids = decidable.map((card) => card.id)
  const choice = (name: string, count: number) => `${t('suggestions.batch.choice', { name, count })}…`
  const nameOfSection = ({ section }: SectionBatch) =>
    section === null ? t('suggestions.batch.preface') : `${section.number}${headingText(section.text)}`
  const many: MenuEntry[] = [
    { key: 'all', label: choice(t('suggestions.batch.all'), ids.length), onSelect: () => ask({ kind: 'all', ids }) },
    { key: 'by-person', heading: t('suggestions.batch.byPerson') },
    ...byPerson(decidable).map(({ author, ids }) => {
      const name = people.of(author)?.name ?? t('suggestions.someone')
      return { key: author, label: choice(name, ids.length), onSelect: () => ask({ kind: 'person', name, ids }) }
    }),
    { key: 'by-section', heading: t('suggestions.batch.bySection') },
    ...bySection(decidable, sections()).map((batch) => ({
      key: batch.section?.id ?? 'preface',
      label: choice(nameOfSection(batch), batch.ids.length),
      onSelect: () => ask({ kind: 'section', name: nameOfSection(batch), ids: batch.ids }),
    })),
    { key: 'line', isLine: true },
  ]
  const withdraw: MenuEntry = {
    key: 'mine',
    label: choice(t('suggestions.batch.withdrawMine'), mine.length),
    onSelect: () => ask({ kind: 'mine', ids: mine }),
  }
  return [...(ids.length > 0 ? many : []), ...(mine.length > 0 ? [withdraw] : [])]
}

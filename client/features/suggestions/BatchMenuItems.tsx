import { Menu } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { headingText } from '../../../shared/outline/outline'
import { suggestionsOf } from '../../editor/suggesting/cards-store'
import { byPerson, bySection, type SectionBatch } from './batches'
import type { SuggestionDesk } from './useSuggestionDesk'

/** All, all of a person, all in a section; and for everyone, all of one's own. */
export function BatchMenuItems({ desk: { editor, people, mayDecide, barred, sections, ask } }: { desk: SuggestionDesk }) {
  const { t } = useTranslation()
  if (editor === null) return null
  const { cards } = suggestionsOf(editor).getSnapshot()
  const mine = cards.filter((card) => card.author === people.me).map((card) => card.id)
  const decidable = mayDecide ? cards.filter((card) => !barred.has(card.id)) : []
  const ids = decidable.map((card) => card.id)
  const choice = (name: string, count: number) => t('suggestions.batch.choice', { name, count })
  const nameOfSection = ({ section }: SectionBatch) =>
    section === null ? t('suggestions.batch.preface') : `${section.number}${headingText(section.text)}`
  return (
    <>
      {ids.length > 0 && (
        <>
          <Menu.Item onClick={() => ask({ kind: 'all', ids })}>{choice(t('suggestions.batch.all'), ids.length)}…</Menu.Item>
          <Menu.Label>{t('suggestions.batch.byPerson')}</Menu.Label>
          {byPerson(decidable).map(({ author, ids }) => {
            const name = people.of(author)?.name ?? t('suggestions.someone')
            return (
              <Menu.Item key={author} onClick={() => ask({ kind: 'person', name, ids })}>
                {choice(name, ids.length)}…
              </Menu.Item>
            )
          })}
          <Menu.Label>{t('suggestions.batch.bySection')}</Menu.Label>
          {bySection(decidable, sections()).map((batch) => (
            <Menu.Item
              key={batch.section?.id ?? 'preface'}
              onClick={() => ask({ kind: 'section', name: nameOfSection(batch), ids: batch.ids })}
            >
              {choice(nameOfSection(batch), batch.ids.length)}…
            </Menu.Item>
          ))}
          <Menu.Divider />
        </>
      )}
      {mine.length > 0 && (
        <Menu.Item onClick={() => ask({ kind: 'mine', ids: mine })}>
          {choice(t('suggestions.batch.withdrawMine'), mine.length)}…
        </Menu.Item>
      )}
    </>
  )
}

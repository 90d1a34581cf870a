import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type WhatSuggested, type Words, wordsOf } from './card-words'
import classes from './SuggestionCard.module.css'
import { shorten } from './shorten'

/** What a suggestion says, drawn as in the text: what goes struck through, what comes underlined. */
export function CardWords({ card }: { card: WhatSuggested }) {
  const { t } = useTranslation()
  const [isOpen, setIsOpen] = useState(false)
  const words = wordsOf(card, t)
  const isLong = words.some(({ text }) => shorten(text) !== text)
  return (
    <p className={classes.words}>
      {words.map((each, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a sentence's parts have no other identity
        <Part key={index} words={each} isWhole={isOpen} />
      ))}
      {isLong && (
        <button type="button" className={classes.more} aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          {t(isOpen ? 'suggestions.fold' : 'suggestions.show')}
        </button>
      )}
    </p>
  )
}

function Part({ words: { kind, text }, isWhole }: { words: Words; isWhole: boolean }) {
  const shown = isWhole || kind === 'plain' ? text : shorten(text)
  const title = shown === text ? undefined : text
  switch (kind) {
    case 'plain':
      return shown
    case 'inserted':
      return <ins title={title}>{shown}</ins>
    case 'deleted':
      return <del title={title}>{shown}</del>
    case 'quoted':
      return <q title={title}>{shown}</q>
  }
}

/** All that the suggestions of one open text need beside it: cards, decisions, and the dialogs that ask before. */
import type { Editor } from '@tiptap/core'
import { useState } from 'react'
import type { MaterialId, MeetingId } from '../../../shared/ids'
import type { SuggestionView } from '../../editor/suggesting/suggesting-state'
import type { Batch } from './batch'
import type { SectionPlace } from './batches'
import type { SuggestionPeople } from './people'
import { type Deciding, useDeciding } from './useDeciding'
import { useSuggestionKeys } from './useSuggestionKeys'
import { type Suggestions, useSuggestions } from './useSuggestions'

export interface SuggestionDeskOptions {
  /** Null until the text is there. */
  editor: Editor | null
  meeting: MeetingId
  material: MaterialId
  /** As people call it. */
  title: string
  people: SuggestionPeople
  /** May take and refuse; one's own can always be withdrawn. */
  mayDecide: boolean
  /** Those that only somebody else decides: they stand where that person drafts. */
  barred: ReadonlySet<string>
  /** Of several texts the one in hand: it hears the keys. */
  isInHand: boolean
  /** Resolves when what was typed here has reached the server. */
  saved: () => Promise<unknown>
  /** Asked when they are needed: places move with every word typed. */
  sections: () => readonly SectionPlace[]
  onView: (view: SuggestionView) => void
}

export interface SuggestionDesk extends SuggestionDeskOptions {
  suggestions: Suggestions
  deciding: Deciding
  /** What the open dialog asks. */
  asked: Batch | 'decisions' | null
  ask: (what: Batch | 'decisions' | null) => void
}

export function useSuggestionDesk(options: SuggestionDeskOptions): SuggestionDesk {
  const suggestions = useSuggestions(options.editor)
  const deciding = useDeciding(options)
  const [asked, ask] = useState<SuggestionDesk['asked']>(null)
  useSuggestionKeys(options.isInHand && options.editor !== null, suggestions.step)
  return { ...options, suggestions, deciding, asked, ask }
}

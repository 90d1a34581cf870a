/** Deciding on suggestions and taking it back. The server does it: the text changes when its update arrives. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { MaterialId, MeetingId } from '../../../shared/ids'
import type { Decision } from '../../../shared/suggestions/decide'
import { api } from '../../lib/api'
import type { SuggestionDecision } from '../../lib/api-types'
import { decisionsQuery, meetingQuery } from '../../lib/query'
import { type Outcome, outcomeOf } from './decisions-table'

export interface Verdict {
  ids: readonly string[]
  decision: Decision
  reason?: string
}

/** What was done last, until the next. */
export type Done = { kind: Outcome; decision: number; count: number } | { kind: 'undone' }

export interface Deciding {
  decide: (verdict: Verdict) => void
  undo: (decision: number) => void
  /** These wait for the server. */
  pending: readonly string[]
  busy: boolean
  done: Done | null
  error: unknown
  dismiss: () => void
}

interface DecidingOptions {
  meeting: MeetingId
  material: MaterialId
  /** Resolves when what was typed here has reached the server: one can decide on a suggestion just made. */
  saved: () => Promise<unknown>
}

export function useDeciding({ meeting, material, saved }: DecidingOptions): Deciding {
  const queryClient = useQueryClient()
  const [done, setDone] = useState<Done | null>(null)
  const settle = () =>
    Promise.all([
      queryClient.invalidateQueries({ queryKey: decisionsQuery(material).queryKey }),
      queryClient.invalidateQueries({ queryKey: meetingQuery(meeting).queryKey }),
    ])
  const deciding = useMutation({
    mutationFn: async ({ ids, decision, reason = '' }: Verdict): Promise<SuggestionDecision> => {
      await saved()
      return api.suggestions.decide({ material, suggestions: [...ids], decision, reason: reason.trim() })
    },
    onSuccess: (result) => {
      setDone({ kind: outcomeOf(result), decision: result.id, count: result.suggestions.length })
      void settle()
    },
  })
  const undoing = useMutation({
    mutationFn: async (decision: number) => {
      await saved()
      return api.suggestions.undo({ material, decision })
    },
    onSuccess: () => {
      setDone({ kind: 'undone' })
      void settle()
    },
  })
  const start = () => {
    setDone(null)
    deciding.reset()
    undoing.reset()
  }
  return {
    decide: (verdict) => {
      start()
      deciding.mutate(verdict)
    },
    undo: (decision) => {
      start()
      undoing.mutate(decision)
    },
    pending: deciding.isPending ? deciding.variables.ids : NONE,
    busy: deciding.isPending || undoing.isPending,
    done,
    error: deciding.error ?? undoing.error,
    dismiss: start,
  }
}

const NONE: readonly string[] = []

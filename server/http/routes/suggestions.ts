import type { Suggestions } from '../../services/suggestions'
import type { Binding } from '../bind'

export interface SuggestionServices {
  suggestions: Suggestions
}

export function suggestionRoutes({ signedIn }: Binding, { suggestions }: SuggestionServices) {
  const os = signedIn.suggestions
  return {
    decide: os.decide.handler(({ input, context }) => suggestions.decide(context.asker, input.material, input)),
    decisions: os.decisions.handler(({ input, context }) => suggestions.list(context.asker, input.material)),
    undo: os.undo.handler(({ input, context }) => suggestions.undo(context.asker, input.material, input.decision)),
  }
}

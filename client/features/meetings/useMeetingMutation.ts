import { useMutation, useQueryClient } from '@tanstack/react-query'
import { meetingsQuery } from '../../lib/query'

/** A change to a meeting: afterwards everything shown of meetings is asked for anew. */
export function useMeetingMutation<Input, Output>(change: (input: Input) => Promise<Output>, onDone?: (output: Output) => void) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: async (output) => {
      await queryClient.invalidateQueries({ queryKey: meetingsQuery.queryKey })
      onDone?.(output)
    },
  })
}

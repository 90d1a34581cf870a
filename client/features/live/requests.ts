/** The meeting's requests: what people do before and after, and the projector's code. */
import type { InferContractRouterOutputs } from '@orpc/contract'
import { queryOptions } from '@tanstack/react-query'
import type { live } from '../../../shared/contract/live'
import type { MeetingId } from '../../../shared/ids'
import { api } from '../../lib/api'

type Outputs = InferContractRouterOutputs<typeof live>
export type Prepared = Outputs['prepared'][number]
export type NewProjectorCode = Outputs['makeProjectorCode']

export const liveApi = api.live

export function preparedQuery(meeting: MeetingId) {
  return queryOptions({
    queryKey: ['live', meeting, 'prepared'],
    queryFn: ({ signal }) => liveApi.prepared({ meeting }, { signal }),
  })
}

export function projectorCodeQuery(meeting: MeetingId) {
  return queryOptions({
    queryKey: ['live', meeting, 'projector-code'],
    queryFn: ({ signal }) => liveApi.projectorCode({ meeting }, { signal }),
  })
}

export function minutesQuery(meeting: MeetingId) {
  return queryOptions({
    queryKey: ['live', meeting, 'minutes'],
    queryFn: ({ signal }) => liveApi.minutes({ meeting }, { signal }),
    staleTime: 0,
  })
}

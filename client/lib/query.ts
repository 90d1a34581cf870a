/** Server state: one cache, one set of keys. */
import { infiniteQueryOptions, MutationCache, QueryCache, QueryClient, queryOptions } from '@tanstack/react-query'
import type { MaterialId, MeetingId } from '../../shared/ids'
import { api } from './api'
import { hasCode } from './failure'

/** A page left open sees what others do to the meeting within this time. */
const MEETING_REFRESH_MS = 20_000

export function createQueryClient(onSignedOut: () => void): QueryClient {
  const onError = (error: unknown) => {
    if (hasCode(error, 'UNAUTHORIZED')) onSignedOut()
  }
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        // An office network without the internet is "offline" to the browser.
        networkMode: 'always',
        staleTime: 5_000,
        retry: (failures, error) => failures < 2 && hasCode(error, 'UNREACHABLE'),
      },
      mutations: { networkMode: 'always' },
    },
  })
}

export const setupQuery = queryOptions({
  queryKey: ['setup'],
  queryFn: ({ signal }) => api.setup.status(undefined, { signal }),
  staleTime: Number.POSITIVE_INFINITY,
})

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => api.session.me(undefined, { signal }),
  staleTime: 60_000,
})

export const templatesQuery = queryOptions({
  queryKey: ['templates'],
  queryFn: ({ signal }) => api.templates.list(undefined, { signal }),
  staleTime: Number.POSITIVE_INFINITY,
})

export const meetingsQuery = queryOptions({
  queryKey: ['meetings'],
  queryFn: ({ signal }) => api.meetings.list(undefined, { signal }),
})

export function meetingQuery(meeting: MeetingId) {
  return queryOptions({
    queryKey: ['meetings', meeting],
    queryFn: ({ signal }) => api.meetings.get({ meeting }, { signal }),
    refetchInterval: MEETING_REFRESH_MS,
  })
}

export function materialQuery(material: MaterialId) {
  return queryOptions({
    queryKey: ['materials', material],
    queryFn: ({ signal }) => api.materials.get({ material }, { signal }),
  })
}

export function decisionsQuery(material: MaterialId) {
  return queryOptions({
    queryKey: ['decisions', material],
    queryFn: ({ signal }) => api.suggestions.decisions({ material }, { signal }),
  })
}

export function versionsQuery(material: MaterialId) {
  return queryOptions({
    queryKey: ['versions', material],
    queryFn: ({ signal }) => api.versions.list({ material }, { signal }),
  })
}

export function invitationQuery(token: string) {
  return queryOptions({
    queryKey: ['invitations', token],
    queryFn: ({ signal }) => api.invitations.look({ token }, { signal }),
    retry: false,
  })
}

export const adminsQuery = queryOptions({ queryKey: ['admins'], queryFn: ({ signal }) => api.admins.get({}, { signal }) })

const AUDIT_PAGE = 100

export const auditQuery = infiniteQueryOptions({
  queryKey: ['audit'],
  queryFn: ({ pageParam, signal }) =>
    api.audit.list({ limit: AUDIT_PAGE, ...(pageParam === null ? {} : { before: pageParam }) }, { signal }),
  initialPageParam: null as number | null,
  getNextPageParam: (page) => (page.length < AUDIT_PAGE ? null : (page.at(-1)?.seq ?? null)),
})

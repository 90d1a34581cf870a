import { queryOptions } from '@tanstack/react-query'
import type { Stretch } from '../../../shared/history/stretch'
import type { MaterialId } from '../../../shared/ids'
import { api } from '../../lib/api'

/** As a version's number: the text as it is now. */
export const NOW = 0

/** Who wrote `writing`, and when; told anew each time somebody asks. */
export function originsQuery(material: MaterialId, writing: readonly Stretch[], saved: () => Promise<void>) {
  const stretches = writing.map(({ client, clock, length }) => ({ client, clock, length }))
  return queryOptions({
    queryKey: ['origins', material, stretches],
    queryFn: async ({ signal }) => {
      await saved()
      return api.versions.origins({ material, stretches }, { signal })
    },
    gcTime: 0,
  })
}

/** A kept version never changes; the text as it is now is asked for every time. */
export function versionTextQuery(material: MaterialId, version: number) {
  return queryOptions({
    queryKey: ['versions', material, version],
    queryFn: ({ signal }) => api.versions.read({ material, version }, { signal }),
    staleTime: version === NOW ? 0 : Number.POSITIVE_INFINITY,
  })
}

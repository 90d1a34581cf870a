import { queryOptions } from '@tanstack/react-query'
import type { MaterialId } from '../../../shared/ids'
import { api } from '../../lib/api'

/** As a version's number: the text as it is now. */
export const NOW = 0

/** A kept version never changes; the text as it is now is asked for every time. */
export function versionTextQuery(material: MaterialId, version: number) {
  return queryOptions({
    queryKey: ['versions', material, version],
    queryFn: ({ signal }) => api.versions.read({ material, version }, { signal }),
    staleTime: version === NOW ? 0 : Number.POSITIVE_INFINITY,
  })
}

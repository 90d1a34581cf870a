/** Who is signed in. */
import { type QueryClient, useSuspenseQuery } from '@tanstack/react-query'
import type { Me } from './api-types'
import { meQuery, setupQuery } from './query'
import { tellTabs } from './session-channel'

/** Only for pages under the signed-in route, which loads it first. */
export function useMe(): Me {
  return useSuspenseQuery(meQuery).data
}

/** Somebody has just signed in: nothing that another person saw may be left over, here or in another tab. */
export function becomeMe(queryClient: QueryClient, me: Me): void {
  const [setup] = setupQuery.queryKey
  queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== setup })
  queryClient.setQueryData(meQuery.queryKey, me)
  tellTabs({ kind: 'signed-in', person: me.person })
}

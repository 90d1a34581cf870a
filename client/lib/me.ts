/** Who is signed in. Only for pages under the signed-in route, which loads it first. */
import { useSuspenseQuery } from '@tanstack/react-query'
import type { Me } from './api-types'
import { meQuery } from './query'

export function useMe(): Me {
  return useSuspenseQuery(meQuery).data
}

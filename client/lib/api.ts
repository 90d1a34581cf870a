/** The server's interface with the contract's types and none of its code: neither zod nor the routes reach the bundle. */
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { ContractRouterClient } from '@orpc/contract'
import type { api as contract } from '../../shared/contract/api'
import { reachability } from './reachability'

const link = new RPCLink({
  url: () => `${location.origin}/api/rpc`,
  fetch: (request, init) => reachability.watch(() => fetch(request, init)),
})

export const api: ContractRouterClient<typeof contract> = createORPCClient(link)

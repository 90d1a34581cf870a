/** Who may see which page, before anything of it is loaded. */
import type { QueryClient } from '@tanstack/react-query'
import { type ParsedLocation, redirect } from '@tanstack/react-router'
import { hasCode } from '../lib/failure'
import { meQuery, setupQuery } from '../lib/query'

/** Until there is a team, every address leads to the set-up page; afterwards none does. */
export async function guardSetup(queryClient: QueryClient, location: ParsedLocation): Promise<void> {
  // Who is signed in is asked in the same breath: nearly everybody is.
  const asked = isForGuests(location) ? null : queryClient.ensureQueryData(meQuery).catch(() => undefined)
  const { needed } = await queryClient.ensureQueryData(setupQuery)
  const isSetup = location.pathname === '/setup'
  if (needed && !isSetup) throw redirect({ to: '/setup', replace: true })
  if (!needed && isSetup) throw redirect({ to: '/', replace: true })
  await asked
}

const GUEST_PAGES = ['/setup', '/sign-in', '/invite', '/screen', '/projector']

function isForGuests({ pathname }: ParsedLocation): boolean {
  return GUEST_PAGES.some((page) => pathname === page || pathname.startsWith(`${page}/`))
}

export async function guardSignedIn(queryClient: QueryClient, location: ParsedLocation): Promise<void> {
  try {
    // `guardSetup` has asked on this very way: whoever is not signed in is not asked for twice.
    const asked = queryClient.getQueryState(meQuery.queryKey)
    if (asked?.status === 'error' && asked.data === undefined) throw asked.error
    await queryClient.ensureQueryData(meQuery)
  } catch (error) {
    if (!hasCode(error, 'UNAUTHORIZED')) throw error
    throw redirect({ to: '/sign-in', search: location.pathname === '/' ? {} : { back: location.href }, replace: true })
  }
}

export interface SignInSearch {
  /** Where the person wanted to go: an address of ours. */
  back?: string
  why?: SignInReason
}

const SIGN_IN_REASONS = ['idle', 'ended', 'signed-out'] as const
export type SignInReason = (typeof SIGN_IN_REASONS)[number]

export function readSignInSearch(search: Record<string, unknown>): SignInSearch {
  const why = SIGN_IN_REASONS.find((reason) => reason === search.why)
  return { ...(isOurs(search.back) ? { back: search.back } : {}), ...(why ? { why } : {}) }
}

/** `//elsewhere` and `/\elsewhere` lead out of the house. */
function isOurs(address: unknown): address is string {
  return typeof address === 'string' && /^\/(?![/\\])/.test(address)
}

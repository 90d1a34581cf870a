/** Every address of the house. Pages are loaded when somebody goes there. */
import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router'
import type { MeetingId } from '../../shared/ids'
import { meetingQuery } from '../lib/query'
import { Wait } from '../ui/Wait'
import { guardSetup, guardSignedIn, readSignInSearch } from './guards'
import { MEETING_TABS, type MeetingTab } from './meeting-tabs'
import { page } from './page'
import { BrokenPage } from './pages/BrokenPage'
import { BrokenPanel } from './pages/BrokenPanel'
import { NotFoundPage } from './pages/NotFoundPage'
import { Root } from './Root'
import { Shell } from './Shell'
import { SignedIn } from './SignedIn'

interface RouterContext {
  queryClient: QueryClient
}

const rootRoute = createRootRouteWithContext<RouterContext>()({
  component: Root,
  beforeLoad: ({ context, location }) => guardSetup(context.queryClient, location),
})

const setupRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/setup',
  component: lazyRouteComponent(() => import('./pages/SetupPage'), 'SetupPage'),
})

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: readSignInSearch,
  component: lazyRouteComponent(() => import('./pages/SignInPage'), 'SignInPage'),
})

const invitationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/invite/$token',
  component: lazyRouteComponent(() => import('./pages/InvitationPage'), 'InvitationPage'),
})

const projectorRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/screen',
  component: page(() => import('./pages/ProjectorPage'), 'ProjectorPage'),
})

/** The link that the server hands out with a code. What stands after # is the code. */
const projectorLinkRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/projector',
  beforeLoad: ({ location }) => {
    throw redirect({ to: '/screen', hash: location.hash, replace: true })
  },
})

const signedInRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'signed-in',
  component: SignedIn,
  beforeLoad: ({ context, location }) => guardSignedIn(context.queryClient, location),
})

const shellRoute = createRoute({ getParentRoute: () => signedInRoute, id: 'shell', component: Shell })

const homeRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/',
  component: lazyRouteComponent(() => import('./pages/HomePage'), 'HomePage'),
  errorComponent: BrokenPanel,
})

const meetingRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/m/$meeting',
  validateSearch: (search: Record<string, unknown>): { tab?: MeetingTab } => {
    const tab = MEETING_TABS.find((known) => known === search.tab)
    return tab === undefined ? {} : { tab }
  },
  component: page(() => import('./pages/MeetingPage'), 'MeetingPage'),
  errorComponent: BrokenPanel,
})

const accountRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/account',
  component: lazyRouteComponent(() => import('./pages/AccountPage'), 'AccountPage'),
  errorComponent: BrokenPanel,
})

const adminsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/admins',
  component: page(() => import('./pages/AdminsPage'), 'AdminsPage'),
  errorComponent: BrokenPanel,
})

const auditRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/audit',
  component: page(() => import('./pages/AuditPage'), 'AuditPage'),
  errorComponent: BrokenPanel,
})

const workspaceRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/m/$meeting/$material',
  // On its way while the page itself is being loaded, which asks for the same.
  loader: ({ context, params }) => void context.queryClient.prefetchQuery(meetingQuery(params.meeting as MeetingId)),
  component: page(() => import('./pages/WorkspacePage'), 'WorkspacePage'),
})

const liveRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/m/$meeting/live',
  component: page(() => import('./pages/LivePage'), 'LivePage'),
})

export function createAppRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree: rootRoute.addChildren([
      setupRoute,
      signInRoute,
      invitationRoute,
      projectorRoute,
      projectorLinkRoute,
      signedInRoute.addChildren([
        shellRoute.addChildren([homeRoute, meetingRoute, accountRoute, adminsRoute, auditRoute]),
        liveRoute,
        workspaceRoute,
      ]),
    ]),
    context: { queryClient },
    defaultPendingComponent: Wait,
    defaultErrorComponent: BrokenPage,
    defaultNotFoundComponent: NotFoundPage,
    defaultPreload: 'intent',
    scrollRestoration: true,
  })
}

export type AppRouter = ReturnType<typeof createAppRouter>

declare module '@tanstack/react-router' {
  interface Register {
    router: AppRouter
  }
}

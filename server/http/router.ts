import type { Binding } from './bind'
import { type AdminServices, adminRoutes, auditRoutes } from './routes/admins'
import { type CommentServices, commentRoutes } from './routes/comments'
import { type LiveServices, liveRoutes } from './routes/live'
import { type MaterialServices, materialRoutes } from './routes/materials'
import { type MeetingServices, meetingRoutes, templateRoutes } from './routes/meetings'
import { invitationRoutes, type SessionServices, sessionRoutes } from './routes/session'
import { type SetupServices, setupRoutes } from './routes/setup'
import { type SuggestionServices, suggestionRoutes } from './routes/suggestions'
import { type VersionServices, versionRoutes } from './routes/versions'

export type RouterServices = SetupServices &
  SessionServices &
  MeetingServices &
  MaterialServices &
  SuggestionServices &
  CommentServices &
  VersionServices &
  LiveServices &
  AdminServices

/** The whole contract, route by route. */
export function createRouter(binding: Binding, services: RouterServices) {
  return binding.open.router({
    setup: setupRoutes(binding, services),
    session: sessionRoutes(binding, services),
    invitations: invitationRoutes(binding, services),
    templates: templateRoutes(binding),
    meetings: meetingRoutes(binding, services),
    materials: materialRoutes(binding, services),
    suggestions: suggestionRoutes(binding, services),
    comments: commentRoutes(binding, services),
    versions: versionRoutes(binding, services),
    live: liveRoutes(binding, services),
    admins: adminRoutes(binding, services),
    audit: auditRoutes(binding, services),
  })
}

/**
 * The HTTP interface, contract first: the server implements it, the client takes its types from it, `/api/openapi.json` is
 * printed from it. Times are Unix milliseconds, days are `YYYY-MM-DD`. Errors are those of `shared/errors.ts`.
 */
import { admins, audit } from './admins'
import { comments } from './comments'
import { live } from './live'
import { materials } from './materials'
import { meetings } from './meetings'
import { invitations, session, setup } from './session'
import { suggestions } from './suggestions'
import { templates } from './templates'
import { versions } from './versions'

export const api = {
  setup,
  session,
  invitations,
  templates,
  meetings,
  materials,
  suggestions,
  comments,
  live,
  versions,
  admins,
  audit,
}

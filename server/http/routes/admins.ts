import type { Admins } from '../../services/admins'
import type { Audit } from '../../services/audit'
import type { Binding } from '../bind'

export interface AdminServices {
  admins: Admins
  audit: Audit
}

export function adminRoutes({ signedIn }: Binding, { admins }: AdminServices) {
  return {
    get: signedIn.admins.get.handler(({ context }) => admins.get(context.asker)),
    assign: signedIn.admins.assign.handler(({ input, context }) => admins.assign(context.asker, input)),
  }
}

export function auditRoutes({ signedIn }: Binding, { audit }: AdminServices) {
  return { list: signedIn.audit.list.handler(({ input, context }) => audit.list(context.asker, input)) }
}

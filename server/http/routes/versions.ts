import type { History } from '../../services/history'
import type { Binding } from '../bind'

export interface VersionServices {
  history: History
}

export function versionRoutes({ signedIn }: Binding, { history }: VersionServices) {
  const os = signedIn.versions
  return {
    list: os.list.handler(({ input, context }) => history.list(context.asker, input.material)),
    name: os.name.handler(({ input, context }) => history.name(context.asker, input.material, input)),
    read: os.read.handler(({ input, context }) => history.read(context.asker, input.material, input.version)),
    origins: os.origins.handler(({ input, context }) => history.origins(context.asker, input.material, input.stretches)),
    restore: os.restore.handler(({ input, context }) => history.restore(context.asker, input.material, input.version)),
  }
}

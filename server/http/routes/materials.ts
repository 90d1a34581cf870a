import type { Drafters } from '../../services/drafters'
import type { Export } from '../../services/export'
import type { Import } from '../../services/import'
import type { Materials } from '../../services/materials'
import type { Binding } from '../bind'

export interface MaterialServices {
  materials: Materials
  imports: Import
  exports: Export
  drafters: Drafters
}

export function materialRoutes({ signedIn }: Binding, { materials, imports, exports, drafters }: MaterialServices) {
  const os = signedIn.materials
  return {
    get: os.get.handler(({ input, context }) => materials.get(context.asker, input.material)),
    transition: os.transition.handler(({ input, context }) =>
      materials.transition(context.asker, input.material, input.transition, input.reason),
    ),
    openTo: os.openTo.handler(({ input, context }) => materials.openTo(context.asker, input.material, input.people)),
    assignDrafter: os.assignDrafter.handler(async ({ input, context }) => {
      await drafters.assign(context.asker, input.material, input.heading, input.person)
      return {}
    }),
    previewImport: os.previewImport.handler(({ input, context }) => imports.preview(context.asker, input.material, input)),
    export: os.export.handler(({ input, context, signal }) => exports.file(context.asker, input.material, input, signal)),
    import: os.import.handler(({ input, context }) => imports.apply(context.asker, input.material, input)),
  }
}

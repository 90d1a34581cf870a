import type { TFunction } from 'i18next'
import type { Material, Member } from '../../../lib/api-types'

/** Short, as people call it: the title of the document itself names the meeting and the body as well. */
export function materialName(t: TFunction, material: Material, members: readonly Member[]): string {
  if (material.kind === 'collective') return t('workspace.name.collective')
  const owner = members.find((member) => member.person === material.owner)
  return owner === undefined ? material.title : t('workspace.name.individual', { name: owner.name })
}

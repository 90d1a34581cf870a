import type { TFunction } from 'i18next'
import { foreignName } from '../../shared/model/foreign-author'

/** Who wrote something, told apart from a member of the same name where it came in with a file. */
export function authorName(author: string, name: string, t: TFunction): string {
  return foreignName(author) === null ? name : t('people.fromFile', { name })
}

/** The templates that ship, newest first. */
import type { Template } from './template'
import { y2023 } from './y2023'

export const TEMPLATES: readonly Template[] = [y2023]

export function templateById(id: string): Template | undefined {
  return TEMPLATES.find((template) => template.id === id)
}

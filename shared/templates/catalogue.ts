/** The templates that ship, newest first; a meeting copies one and may edit its copy. */
import { blank } from './blank'
import { orgLife } from './org-life'
import type { Template } from './template'
import { y2023 } from './y2023'
import { y2024 } from './y2024'
import { y2025 } from './y2025'

export const TEMPLATES: readonly Template[] = [y2025, y2024, y2023, orgLife, blank]

export function templateById(id: string): Template | undefined {
  return TEMPLATES.find((template) => template.id === id)
}

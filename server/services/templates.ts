import { AppError } from '../../shared/errors'
import { TEMPLATES, templateById } from '../../shared/templates/catalogue'
import type { Template } from '../../shared/templates/template'

export function listTemplates(): Template[] {
  return [...TEMPLATES]
}

export function chosenTemplate(id: string): Template {
  const template = templateById(id)
  if (template === undefined) throw new AppError('INVALID_INPUT', 'No such template', { field: 'templateId' })
  return template
}

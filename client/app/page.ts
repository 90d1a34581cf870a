import { lazyRouteComponent } from '@tanstack/react-router'
import type { ComponentType } from 'react'
import { restOfTheWords } from '../i18n/language'

/** A page that is fetched when somebody goes there, with the words that the first pages do without. */
export function page<Name extends string>(load: () => Promise<Record<Name, ComponentType>>, name: Name) {
  return lazyRouteComponent(async () => (await Promise.all([load(), restOfTheWords()]))[0], name)
}

/** Attributes as the shared document keeps them: null is the default and is never written (shared/schema/ydoc.ts). */
import type { Attribute } from '@tiptap/core'

/** A switch that is true or absent, in HTML a `data-` attribute without value. */
export function storedSwitch(attribute: string): Partial<Attribute> {
  const name = `data-${attribute.toLowerCase()}`
  return {
    default: null,
    parseHTML: (element) => (element.hasAttribute(name) ? true : null),
    renderHTML: (attributes) => (attributes[attribute] === true ? { [name]: '' } : {}),
  }
}

/** One of a few words or absent, in HTML the value of a `data-` attribute. */
export function storedChoice(attribute: string, choices: readonly string[]): Partial<Attribute> {
  const name = `data-${attribute.toLowerCase()}`
  return {
    default: null,
    parseHTML: (element) => choices.find((choice) => choice === element.getAttribute(name)) ?? null,
    renderHTML: (attributes) => {
      const value: unknown = attributes[attribute]
      return typeof value === 'string' ? { [name]: value } : {}
    },
  }
}

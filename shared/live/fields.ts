/** Reading unknown JSON field by field: each gives the value, or throws `Malformed`, which the reader of the message catches. */

export class Malformed extends Error {
  constructor(field: string) {
    super(`Malformed: ${field}`)
    this.name = 'Malformed'
  }
}

export type Fields = Record<string, unknown>

export function fields(value: unknown): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Malformed('object')
  return value as Fields
}

export function text(from: Fields, name: string, max: number, min = 0): string {
  const value = from[name]
  if (typeof value !== 'string' || value.length > max || value.length < min) throw new Malformed(name)
  return value
}

export function id<Id extends string>(from: Fields, name: string): Id {
  return text(from, name, 64, 1) as Id
}

export function idOrNull<Id extends string>(from: Fields, name: string): Id | null {
  return from[name] === null ? null : id<Id>(from, name)
}

export function integer(from: Fields, name: string, max: number): number {
  const value = from[name]
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > max) throw new Malformed(name)
  return value
}

export function flag(from: Fields, name: string): boolean {
  const value = from[name]
  if (typeof value !== 'boolean') throw new Malformed(name)
  return value
}

export function oneOf<T extends string>(from: Fields, name: string, known: readonly T[]): T {
  const found = known.find((one) => one === from[name])
  if (found === undefined) throw new Malformed(name)
  return found
}

import { type ComponentType, lazy } from 'react'

/** A component that is fetched when it is first drawn: `lazily(async () => (await import('./X')).X)`. */
export function lazily<Props>(load: () => Promise<ComponentType<Props>>) {
  return lazy(async () => ({ default: await load() }))
}

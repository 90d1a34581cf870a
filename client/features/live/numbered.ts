/** For lists that are frozen, or have nothing but their order to tell their entries apart. */
export function numbered<T>(list: readonly T[]): { n: number; one: T }[] {
  return list.map((one, n) => ({ n, one }))
}

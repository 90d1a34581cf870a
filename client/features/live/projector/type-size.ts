/** How large the projector's type is, in px; remembered by the projector's computer. At most 34 characters a line at any size. */
export const SIZES = [28, 32, 38, 44, 52, 60] as const
const DEFAULT_SIZE = 32
const STORAGE_KEY = 'duizhao.projector-size'

export function nextSize(size: number, direction: 1 | -1): number {
  const at = SIZES.findIndex((each) => each >= size)
  const index = Math.min(SIZES.length - 1, Math.max(0, (at === -1 ? SIZES.length - 1 : at) + direction))
  return SIZES[index] ?? DEFAULT_SIZE
}

export function readSize(): number {
  try {
    const saved = Number(localStorage.getItem(STORAGE_KEY))
    return SIZES.find((size) => size === saved) ?? DEFAULT_SIZE
  } catch {
    return DEFAULT_SIZE
  }
}

export function keepSize(size: number): void {
  try {
    localStorage.setItem(STORAGE_KEY, String(size))
  } catch {
    // A browser that keeps nothing forgets the size, no more.
  }
}

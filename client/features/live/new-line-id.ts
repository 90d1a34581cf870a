const BYTES = 16

/** Random, in the alphabet of ids; not `randomUUID`, which browsers withhold on plain http. */
export function newLineId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(BYTES))
  return btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=/g, '')
}

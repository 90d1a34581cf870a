/** Text on its way into XML. */

/** What XML 1.0 cannot hold at all, and halves of pairs. */
const FORBIDDEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

export function escaped(text: string): string {
  return text
    .replace(FORBIDDEN, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/** Word writes the local time and calls it UTC. */
export function wordTime(at: number, offset: number): string {
  return `${new Date(at + offset * 60_000).toISOString().slice(0, 19)}Z`
}

/** Long words of the text on a small card: the beginning and the end say which they are. */
const HEAD = 36
const TAIL = 12

/** @returns `text` itself where it is short enough. */
export function shorten(text: string): string {
  const characters = [...text]
  if (characters.length <= HEAD + TAIL + 6) return text
  return `${characters.slice(0, HEAD).join('')}…${characters.slice(-TAIL).join('')}`
}

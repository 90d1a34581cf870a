/** Characters that follow one another in what one Yjs client id wrote, one step of its clock a UTF-16 unit. */
export interface Stretch {
  client: number
  clock: number
  length: number
}

/** Asked for at once: a long text in very many hands. */
export const MOST_STRETCHES = 3000

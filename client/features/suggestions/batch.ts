/** Several suggestions about to be decided together, and what they have in common. */
export type Batch = { ids: readonly string[] } & (
  | { kind: 'all' }
  | { kind: 'mine' }
  | { kind: 'person'; name: string }
  | { kind: 'section'; name: string }
)

/** A line of a menu: something to do, one of several choices, the heading of those below it, or a line between. */
export type MenuEntry =
  | { key: string; label: string; onSelect: () => void; disabled?: boolean }
  | { key: string; label: string; onSelect: () => void; isChosen: boolean }
  | { key: string; heading: string }
  | { key: string; isLine: true }

/** Why a version was kept: at a quiet moment, at a change of state, at an approval, by hand, before an older one was restored, before a file took its place. */
export const VERSION_KINDS = ['auto', 'state', 'approved', 'named', 'restore', 'import'] as const
export type VersionKind = (typeof VERSION_KINDS)[number]

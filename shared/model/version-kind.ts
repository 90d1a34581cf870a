/** Why a version was kept: at a quiet moment, at a change of state, at an approval, by hand, before an older one was restored. */
export const VERSION_KINDS = ['auto', 'state', 'approved', 'named', 'restore'] as const
export type VersionKind = (typeof VERSION_KINDS)[number]

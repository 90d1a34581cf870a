/** Of files that are brought in: how large they may be, and kinds that cannot be read, told apart because what helps differs. */
export const MOST_IMPORT_BYTES = 20 * 1024 * 1024

export const UNREADABLE_KINDS = ['ole', 'pdf', 'rtf', 'html', 'image', 'archive', 'binary'] as const
export type UnreadableKind = (typeof UNREADABLE_KINDS)[number]

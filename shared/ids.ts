/** Branded ids: a person's id cannot be passed where a material's is wanted. At run time they are plain strings. */
declare const brand: unique symbol
type Branded<Name extends string> = string & { readonly [brand]: Name }

export type PersonId = Branded<'PersonId'>
export type MeetingId = Branded<'MeetingId'>
export type MaterialId = Branded<'MaterialId'>

/** Ids are made by the server only: 21 URL-safe characters. */
export const ID_PATTERN = /^[A-Za-z0-9_-]{8,64}$/

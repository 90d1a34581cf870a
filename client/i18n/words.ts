/** Same keys as the source, any words; a language with a singular of its own may add `key_one` beside `key`. */
export type Words<Source> = { [K in keyof Source]: Source[K] extends string ? string : Words<Source[K]> } & {
  [K in keyof Source as Source[K] extends string ? `${K & string}_one` : never]?: string
}

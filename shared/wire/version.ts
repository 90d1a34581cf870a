/**
 * Version of wire and node schema together. A client that asks for another one is told to reload and may not write: a
 * node its editor does not know would be deleted from the shared document. `docs/wire.md` keeps one history line a version.
 */
export const WIRE_VERSION = 2

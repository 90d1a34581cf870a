/** A cursor as an awareness update: some 300 bytes, as y-tiptap writes it. */
import * as encoding from 'lib0/encoding'

const POSITION = { type: { client: 10_001, clock: 1_234 }, tname: null, item: { client: 10_003, clock: 5_678 }, assoc: 0 }
const USER = { name: '某某某', color: '#2f6f9f' }

export function presenceUpdate({ client, clock }: { client: number; clock: number }): Uint8Array {
  const item = { client: 10_003, clock: 5_678 + (clock % 1_000) }
  const cursor = { anchor: { ...POSITION, item }, head: { ...POSITION, item } }
  const state = JSON.stringify({ user: USER, cursor, activity: 'editing' })
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, clock)
    encoding.writeVarString(encoder, state)
  })
}

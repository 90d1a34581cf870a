/**
 * A message with its WebSocket header in one piece of memory. ws writes the two apart, for every socket anew; here what goes to a
 * whole room is framed once, and each socket costs one write. Only for connections without extensions (no compression).
 */
const FIN_BINARY = 0x82
const TWO_BYTES = 126
const EIGHT_BYTES = 127

/** A room is sent the same message one socket after another: the last one is remembered. */
let last: { message: Uint8Array; frame: Buffer } | null = null

export function wholeFrame(message: Uint8Array): Buffer {
  if (last?.message !== message) last = { message, frame: framed(message) }
  return last.frame
}

function framed(message: Uint8Array): Buffer {
  const { length } = message
  const head = length < TWO_BYTES ? 2 : length < 65_536 ? 4 : 10
  const frame = Buffer.allocUnsafe(head + length)
  frame[0] = FIN_BINARY
  if (head === 2) frame[1] = length
  else if (head === 4) {
    frame[1] = TWO_BYTES
    frame.writeUInt16BE(length, 2)
  } else {
    frame[1] = EIGHT_BYTES
    frame.writeBigUInt64BE(BigInt(length), 2)
  }
  frame.set(message, head)
  return frame
}

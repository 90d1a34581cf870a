import { expect, test } from 'vitest'
import { Receiver } from 'ws'
import { wholeFrame } from './whole-frame'

test.each([0, 1, 125, 126, 65_535, 65_536, 70_000])(
  'a message of %i bytes is read as it was by any WebSocket',
  async (length) => {
    const message = Uint8Array.from({ length }, (_, index) => index % 251)
    const receiver = new Receiver({ isServer: false })
    const read = new Promise<Buffer>((resolve) => receiver.once('message', (data: Buffer) => resolve(data)))
    receiver.write(wholeFrame(message))
    expect(new Uint8Array(await read)).toEqual(message)
  },
)

test('the same message is framed once', () => {
  const message = new Uint8Array([1, 2, 3])
  const frame = wholeFrame(message)
  expect(wholeFrame(message)).toBe(frame)
  expect(wholeFrame(new Uint8Array([1, 2, 3]))).not.toBe(frame)
})

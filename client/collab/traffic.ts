/** What went over the sockets of a session, counted. */
import type { NetSurroundings } from '../net/surroundings'

export interface Traffic {
  framesIn: number
  framesOut: number
  bytesIn: number
  bytesOut: number
}

type Open = NetSurroundings<Uint8Array>['openSocket']

export function metered(open: Open, traffic: Traffic): Open {
  return (path, events) => {
    const socket = open(path, {
      ...events,
      received(frame) {
        traffic.framesIn += 1
        traffic.bytesIn += frame.byteLength
        events.received(frame)
      },
    })
    return {
      send(frame) {
        traffic.framesOut += 1
        traffic.bytesOut += frame.byteLength
        socket.send(frame)
      },
      close: () => socket.close(),
    }
  }
}

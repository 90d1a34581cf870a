/** The floor of Node with ws: every message to everybody else in the room, unread. No document, no rights, nothing is kept. */
import { createServer } from 'node:http'
import { WebSocketServer } from 'ws'

const rooms = new Map()
const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false })
const server = createServer((_, response) => response.end('okay'))
server.on('upgrade', (request, socket, head) => {
  sockets.handleUpgrade(request, socket, head, (webSocket) => join(webSocket, request.url ?? '/'))
})
server.listen(Number(process.env.PORT), '127.0.0.1')

function join(webSocket, name) {
  const room = rooms.get(name) ?? new Set()
  rooms.set(name, room)
  room.add(webSocket)
  webSocket.on('message', (message) => {
    for (const other of room) if (other !== webSocket) other.send(message)
  })
  webSocket.on('close', () => room.delete(webSocket))
}

/** y-websocket's own server, with y-leveldb where DATA_DIR is set. */
import { createServer } from 'node:http'
import { WebSocketServer } from 'ws'

if (process.env.DATA_DIR) process.env.YPERSISTENCE = process.env.DATA_DIR
// What it says about its storage would end up among the figures.
console.info = () => undefined
const { setupWSConnection } = await import('@y/websocket-server/utils')

const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false })
const server = createServer((_, response) => response.end('okay'))
server.on('upgrade', (request, socket, head) => {
  sockets.handleUpgrade(request, socket, head, (webSocket) => setupWSConnection(webSocket, request))
})
server.listen(Number(process.env.PORT), '127.0.0.1')

/** y-websocket's own server, with y-leveldb where DATA_DIR is set, and the files of a page where PAGE_DIR is. */
import { createReadStream, existsSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join } from 'node:path'
import { WebSocketServer } from 'ws'

if (process.env.DATA_DIR) process.env.YPERSISTENCE = process.env.DATA_DIR
// What it says about its storage would end up among the figures.
console.info = () => undefined
const { setupWSConnection } = await import('@y/websocket-server/utils')

const { PAGE_DIR } = process.env
const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false })
const server = createServer((request, response) => (PAGE_DIR ? sendFile(request, response) : response.end('okay')))
server.on('upgrade', (request, socket, head) => {
  sockets.handleUpgrade(request, socket, head, (webSocket) => setupWSConnection(webSocket, request))
})
server.listen(Number(process.env.PORT), '127.0.0.1')

function sendFile(request, response) {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost')
  const file = join(PAGE_DIR, pathname === '/' ? 'index.html' : pathname)
  if (!existsSync(file)) return response.writeHead(404).end()
  const type = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }[extname(file)] ?? 'text/plain'
  response.writeHead(200, { 'content-type': `${type}; charset=utf-8` })
  createReadStream(file).pipe(response)
}

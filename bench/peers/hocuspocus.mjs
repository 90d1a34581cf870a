/** Hocuspocus with its defaults, and its SQLite extension where DATA_DIR is set. */
import { join } from 'node:path'
import { SQLite } from '@hocuspocus/extension-sqlite'
import { Server } from '@hocuspocus/server'

const { DATA_DIR, PORT } = process.env
const extensions = DATA_DIR ? [new SQLite({ database: join(DATA_DIR, 'hocuspocus.sqlite') })] : []
const server = new Server({ address: '127.0.0.1', port: Number(PORT), extensions, quiet: true })
await server.listen()

/** The peers, in the versions that bench/peers/package.json pins. */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { documentFile } from '../text/base-document'
import type { DialectName } from '../load/target'
import { builtPeerPage } from './peer-page'
import { ServerProcess } from './process'
import type { BenchServer, Data } from './server'

interface PeerOptions {
  name: string
  about: string
  script: string
  dialect: DialectName
  storage: 'leveldb' | 'sqlite' | null
  /** It also serves a page. */
  hasPage?: boolean
}

function peer({ name, about, script, dialect, storage, hasPage = false }: PeerOptions): BenchServer {
  return {
    name,
    about,
    durable: storage !== null,
    async prepare(folder, { rooms, documentEdits }) {
      if (storage === null || documentEdits === 0) return
      const args = ['bench/peers/store.mjs', storage, folder, documentFile(documentEdits), String(rooms)]
      await promisify(execFile)(process.execPath, args)
    },
    async start(folder, { rooms, documentEdits }: Data) {
      const env: Record<string, string> = storage === null ? {} : { DATA_DIR: folder }
      if (hasPage) env.PAGE_DIR = await builtPeerPage()
      const server = await ServerProcess.start([script], env)
      const target = {
        port: server.port,
        pid: server.pid,
        dialect,
        cookie: null,
        rooms: Array.from({ length: rooms }, (_, room) => `room-${room}`),
        page: hasPage ? '/?room-0' : null,
        startsEmpty: storage === null || documentEdits === 0,
        suggester: null,
      }
      return { target, end: () => server.end() }
    },
  }
}

export const RAW_WS = peer({
  name: 'raw-ws',
  about: 'ws 8.23.0, every message to everybody else: no document, nothing kept',
  script: 'bench/peers/raw-ws.mjs',
  dialect: 'relay',
  storage: null,
})

export const YWS = peer({
  name: 'yws',
  about: '@y/websocket-server 0.1.1 behind ws 8.23.0, nothing kept',
  script: 'bench/peers/yws.mjs',
  dialect: 'plain',
  storage: null,
})

export const YWS_LEVELDB = peer({
  name: 'yws+leveldb',
  about: '@y/websocket-server 0.1.1 with y-leveldb 0.2.0 (no fsync)',
  script: 'bench/peers/yws.mjs',
  dialect: 'plain',
  storage: 'leveldb',
})

export const TIPTAP_YWS = peer({
  name: 'tiptap+yws',
  about: 'Tiptap 3.31.3 with its Collaboration extension and y-websocket 3.1.0, nothing else on the page; server: yws+leveldb',
  script: 'bench/peers/yws.mjs',
  dialect: 'plain',
  storage: 'leveldb',
  hasPage: true,
})

export const HOCUSPOCUS = peer({
  name: 'hocus',
  about: '@hocuspocus/server 4.7.0, nothing kept',
  script: 'bench/peers/hocuspocus.mjs',
  dialect: 'hocuspocus',
  storage: null,
})

export const HOCUSPOCUS_SQLITE = peer({
  name: 'hocus+sqlite',
  about: '@hocuspocus/server 4.7.0 with extension-sqlite 4.7.0 (stores up to 10 s later)',
  script: 'bench/peers/hocuspocus.mjs',
  dialect: 'hocuspocus',
  storage: 'sqlite',
})

/**
 * Our server as people run it: the built files, signed in over HTTP, rights checked on every message, every edit on disk before
 * anybody sees it. Only the data is made here: a sample meeting by the command line, then as many meetings with a material as
 * a scenario has rooms, and a stored document in each, as a compaction would leave it.
 */
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { readFileSync, writeFileSync } from 'node:fs'
import { promisify } from 'node:util'
import Database from 'libsql'
import { baseDocument } from '../text/base-document'
import { ServerProcess } from './process'
import type { BenchServer, Data } from './server'

interface Person {
  username: string
  password: string
}

/** Kept beside the data: who signs in, and where they write. */
interface Prepared {
  writer: Person
  suggester: Person & { id: string }
  rooms: string[]
}

const PREPARED = 'bench.json'

/** @param dist folder of the build under test */
export function duizhao(dist = 'dist'): BenchServer {
  return {
    name: 'duizhao',
    about: 'ours: sign-in, rights per message, fsync before anybody sees an edit, acknowledgements',
    durable: true,
    async prepare(folder, data) {
      const { stdout } = await promisify(execFile)(process.execPath, [join(dist, 'server/cli.js'), 'sample', '--json'], {
        env: { ...process.env, DATA_DIR: folder },
      })
      const { people } = JSON.parse(stdout) as { people: (Person & { roles: string[] })[] }
      const [writer, suggester] = people.filter(({ roles }) => roles.includes('member'))
      if (writer === undefined || suggester === undefined) throw new Error('the sample has too few members')
      const made = addRooms(join(folder, 'duizhao.db'), { writer, suggester, ...data })
      const prepared: Prepared = { writer, suggester: { ...suggester, id: made.suggester }, rooms: made.rooms }
      writeFileSync(join(folder, PREPARED), JSON.stringify(prepared))
    },
    async start(folder, { documentEdits, pastedCharacters }) {
      const prepared = JSON.parse(readFileSync(join(folder, PREPARED), 'utf8')) as Prepared
      const env = { DATA_DIR: folder, HOST: '127.0.0.1', SIGN_IN_PER_MINUTE: '10000', LOG_LEVEL: 'warn' }
      const server = await ServerProcess.start([join(dist, 'server/main.js')], env)
      const { writer, suggester, rooms } = prepared
      const target = {
        port: server.port,
        pid: server.pid,
        dialect: 'duizhao' as const,
        cookie: await signIn(server.url, writer),
        rooms,
        page: `/m/${meetingId(0)}/${rooms[0]}`,
        startsEmpty: documentEdits === 0 && pastedCharacters === undefined,
        suggester: { cookie: await signIn(server.url, suggester), person: suggester.id },
      }
      return { target, end: () => server.end() }
    },
  }
}

/** @returns the session cookie. */
async function signIn(url: string, { username, password }: Person): Promise<string> {
  const response = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ username, password }),
  })
  if (!response.ok) throw new Error(`cannot sign in: ${response.status}`)
  const pairs = response.headers.getSetCookie().map((line) => line.split(';')[0])
  return pairs.join('; ')
}

function meetingId(room: number): string {
  return `bench-meeting-${String(room).padStart(5, '0')}`
}

/** A meeting for each room, with the writer's material in it, opened to the suggester. */
function addRooms(
  file: string,
  { writer, suggester, rooms, documentEdits, pastedCharacters }: Data & { writer: Person; suggester: Person },
): { rooms: string[]; suggester: string } {
  const db = new Database(file)
  const idOf = ({ username }: Person): string => {
    const row = db.prepare('SELECT id FROM people WHERE username = ?').get([username]) as { id: string }
    return row.id
  }
  const owner = idOf(writer)
  const opened = idOf(suggester)
  const base = baseDocument(documentEdits, pastedCharacters)
  const others = (db.pragma('table_info(meetings)') as { name: string }[]).map(({ name }) => name).filter((name) => name !== 'id')
  const insertMeeting = db.prepare(
    `INSERT INTO meetings (id, ${others.join()}) SELECT ?, ${others.join()} FROM meetings ORDER BY created_at LIMIT 1`,
  )
  const insertMember = db.prepare("INSERT INTO meeting_members (meeting, person, post, roles) VALUES (?, ?, '', ?)")
  const insertMaterial = db.prepare(
    `INSERT INTO materials (id, meeting, kind, owner, title, state, opened_to, created_at, updated_at)
     VALUES (?, ?, 'individual', ?, '', 'draft', ?, 0, 0)`,
  )
  const insertSnapshot = db.prepare(
    'INSERT INTO room_snapshot (room, seq, state, state_vector, deletions) VALUES (?, 0, ?, ?, ?)',
  )
  const ids = Array.from({ length: rooms }, (_, room) => `bench-material-${String(room).padStart(5, '0')}`)
  const [state, stateVector, deletions] = [base.state, base.stateVector, base.deletions].map((bytes) => Buffer.from(bytes))
  db.transaction(() => {
    for (const [room, id] of ids.entries()) {
      const meeting = meetingId(room)
      insertMeeting.run([meeting])
      for (const person of [owner, opened]) insertMember.run([meeting, person, '["member"]'])
      insertMaterial.run([id, meeting, owner, JSON.stringify([opened])])
      insertSnapshot.run([id, state, stateVector, deletions])
    }
  })()
  db.close()
  return { rooms: ids, suggester: opened }
}

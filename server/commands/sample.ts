import { randomInt } from 'node:crypto'
import type { MaterialKind, MaterialState } from '../../shared/model/material-state'
import type { MeetingId } from '../../shared/ids'
import { SAMPLE } from '../../shared/samples/huaishui-2023'
import { createAccounts } from '../auth/accounts'
import { createLibrary } from '../auth/library'
import { Sessions } from '../auth/sessions'
import { type Config, parseConfig } from '../config'
import { systemClock as clock } from '../platform/clock'
import type { Records } from '../ports/records'
import { Sample } from '../services/sample'
import { type DataFolder, dataFolder, lockFolder, readServerUrl, sessionSecret } from '../storage/data-folder'
import { migrate, openDatabase } from '../storage/db'
import { createRecords } from '../storage/records/records'
import { openUpdateLog } from '../storage/sqlite-update-log'
import { type Command, CommandError, parseArgs, say } from './command'

/** What scripts read; a stable interface. */
interface Loaded {
  url: string
  meeting: MeetingId
  people: { name: string; username: string; password: string; roles: string[] }[]
  /** `owner` is a username; null for the collective material. */
  materials: { id: string; kind: MaterialKind; owner: string | null; state: MaterialState }[]
}

export const sample: Command = {
  usage: 'sample [--json]',
  about: 'Adds the filled sample meeting to DATA_DIR, with new people and a random password for each.',
  help: `Works on an empty data folder, which it sets up, and on one in use, also while the server runs. The passwords are shown here
and nowhere else.

  --json   one JSON object: {"url", "meeting", "people": [{"name", "username", "password", "roles"}],
           "materials": [{"id", "kind", "owner", "state"}]}; owner is a username, or null for the collective material`,
  async run(args) {
    const { words, has } = parseArgs(args, ['--json'])
    if (words.length > 0) throw new CommandError('sample takes no file; see sample --help')
    const loaded = await load(parseConfig(process.env))
    if (has('--json')) say(JSON.stringify(loaded))
    else {
      say(`${loaded.url}\n`)
      for (const { username, password, roles } of loaded.people) say(`${username}\t${password}\t${roles.join(' ')}`)
    }
    return 0
  },
}

async function load(config: Config): Promise<Loaded> {
  const folder = dataFolder(config.dataDir)
  await migrate(folder.database)
  const { db, untyped, close } = openDatabase(folder.database)
  const updateLog = openUpdateLog({ file: folder.database })
  try {
    const records = createRecords(db)
    const team = await records.team.name()
    const founding = team === null ? { founding: SAMPLE.team } : {}
    const made = await new Sample({ records, updateLog, clock }).load({ ...founding, withAdmins: true })
    const library = createLibrary({ db: untyped, secret: sessionSecret(folder), publicUrl: config.publicUrl })
    const sessions = new Sessions({ library, records: records.sessions, clock, idleMinutes: config.idleMinutes })
    const accounts = createAccounts({ library, sessions, clock })
    const people = []
    for (const person of made.people) {
      const password = randomPassword()
      await accounts.setPassword(person, password)
      await records.people.markJoined(person.id, clock.now())
      const roles = (await records.members.get(made.meeting, person.id))?.roles ?? []
      people.push({ name: person.name, username: person.username, password, roles: [...roles, ...person.adminRoles] })
    }
    await audit(records, made.meeting)
    const usernames = new Map(made.people.map(({ id, username }) => [id, username]))
    const materials = made.materials.map(({ id, kind, owner, state }) => {
      return { id, kind, owner: owner === null ? null : (usernames.get(owner) ?? null), state }
    })
    return { url: urlOf(folder, config), meeting: made.meeting, people, materials }
  } finally {
    await updateLog.close()
    await close()
  }
}

async function audit(records: Records, meeting: MeetingId): Promise<void> {
  const entry = { at: clock.now(), actor: null, actorName: '', action: 'sample.load', target: `meeting ${meeting}` }
  await records.audit.append({ ...entry, result: 'ok' })
}

/** The running server's own word, if there is one; otherwise where it will be. */
function urlOf(folder: DataFolder, { publicUrl, port }: Config): string {
  const unlock = lockFolder(folder, 0)
  unlock?.()
  const running = unlock === null ? readServerUrl(folder) : null
  return running ?? publicUrl ?? `http://localhost:${port}`
}

/** Four groups of easily read characters: 16 of 55, some 92 bits, and of three kinds whatever comes out. */
function randomPassword(): string {
  const letters = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789'
  const group = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('')
  const password = [group(), group(), group(), group()].join('-')
  const strong = /[a-z]/.test(password) && /[A-Z]/.test(password) && /\d/.test(password)
  return strong ? password : randomPassword()
}

/** Builds the server by hand, in one place, from the disk upwards; nothing else knows how the parts find each other. */
import { existsSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { MaterialId } from '../shared/ids'
import { createAccounts } from './auth/accounts'
import { createLibrary } from './auth/library'
import { Lockout } from './auth/lockout'
import { Sessions } from './auth/sessions'
import { SignIn } from './auth/sign-in'
import { createCollab } from './collab/collab'
import type { Config } from './config'
import { createExporter } from './exchange/export-file'
import { createImporter } from './exchange/import-file'
import { createApp } from './http/app'
import { createBinding } from './http/bind'
import { addressOf } from './http/address'
import { createOriginCheck } from './http/origin'
import { RateLimit } from './http/rate-limit'
import { startHousekeeping } from './jobs/housekeeping'
import { createLive } from './live/live'
import type { Clock } from './platform/clock'
import { Lifecycle } from './platform/lifecycle'
import type { Log } from './platform/log'
import { createAccess } from './services/access'
import { Admins } from './services/admins'
import { Archive } from './services/archive'
import { Audit } from './services/audit'
import { Comments } from './services/comments'
import { Criticism } from './services/criticism'
import { createDesk } from './services/desk'
import { Export } from './services/export'
import { History } from './services/history'
import { Drafters } from './services/drafters'
import { Import } from './services/import'
import { Invitations } from './services/invitations'
import { Materials } from './services/materials'
import { Me } from './services/me'
import { MeetingRecord } from './services/meeting-record'
import { Meetings } from './services/meetings'
import { Members } from './services/members'
import { MinutesService } from './services/minutes'
import { Progress } from './services/progress'
import { ProjectorCodes } from './services/projector-codes'
import { Sample } from './services/sample'
import { Setup } from './services/setup'
import { Suggestions } from './services/suggestions'
import { Versions } from './services/versions'
import { dataFolder, lockFolder, sessionSecret, writeServerUrl } from './storage/data-folder'
import { migrate, openDatabase } from './storage/db'
import { createRecords } from './storage/records/records'
import { openUpdateLog } from './storage/sqlite-update-log'

/** A request still unanswered so long after the end began is given up. */
const DRAIN_MS = 5_000

export interface ComposeOptions {
  config: Config
  clock: Clock
  log: Log
  /** Folder of the built client. */
  clientDir: string
}

export interface RunningServer {
  /** How a person on this machine reaches it. */
  url: string
  port: number
  stop(): Promise<void>
}

/** Why it could not start, in a sentence for the person at the keyboard. */
export class StartError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'StartError'
  }
}

/** Starts everything; what was started is stopped again if a later part fails. */
export async function startServer({ config, clock, log, clientDir }: ComposeOptions): Promise<RunningServer> {
  const life = new Lifecycle(log)
  try {
    return await start({ config, clock, log, clientDir, life })
  } catch (error) {
    await life.stop()
    throw error
  }
}

async function start({ config, clock, log, clientDir, life }: ComposeOptions & { life: Lifecycle }): Promise<RunningServer> {
  const folder = dataFolder(config.dataDir)
  log.info({ dataFolder: folder.path }, 'data folder')
  const unlock = lockFolder(folder)
  if (unlock === null) throw new StartError(`Another server runs on the data folder ${folder.path}`)
  life.onStop('lock', unlock)
  await migrate(folder.database)
  const { db, untyped, close } = openDatabase(folder.database)
  life.onStop('database', close)
  const updateLog = openUpdateLog({ file: folder.database })
  life.onStop('update log', () => updateLog.close())

  const records = createRecords(db)
  const library = createLibrary({ db: untyped, secret: sessionSecret(folder), publicUrl: config.publicUrl })
  const sessions = new Sessions({ library, records: records.sessions, clock, idleMinutes: config.idleMinutes })
  const lockout = new Lockout({ records, clock, ...config.lockout })
  const accounts = createAccounts({ library, sessions, clock })
  const signIn = new SignIn({ library, accounts, sessions, lockout, records, clock })

  const originAllowed = createOriginCheck(config)
  const access = createAccess({ records, sessions, originAllowed })
  const collab = createCollab({ updateLog, access, clock, log, onChanged: (material) => changed(material) })
  const { rooms } = collab
  const progress = new Progress({ records, rooms, clock, log })

  const audit = new Audit({ records, clock })
  const versions = new Versions({ records, rooms, clock })
  const history = new History({ records, rooms, audit, clock })
  const changed = (material: MaterialId) => {
    progress.changed(material)
    history.changed(material)
  }
  const desk = createDesk({ records, rooms, versions, audit, clock })
  const live = createLive({ desk, access, clock, log, addressOf: (request) => addressOf(request, config) })
  const { halls: hall } = live
  sessions.onEnd((sessionId) => {
    rooms.signOut(sessionId)
    hall.signOut(sessionId)
  })
  const exporter = createExporter()
  const meetingRecord = new MeetingRecord({ records, hall, audit })
  const invitations = new Invitations({ records, accounts, audit, clock })
  const meetings = new Meetings({ records, updateLog, rooms, hall, invitations, audit, clock })
  const sample = new Sample({ records, updateLog, clock })
  const suggestions = new Suggestions({ records, rooms, audit, clock })
  const minutes = new MinutesService({ records, meetingRecord, exporter, audit })
  const archive = new Archive({ records, rooms, history, suggestions, minutes, exporter, audit, clock })
  life.onStop('archive', () => archive.stop())
  const services = {
    setup: new Setup({ records, accounts, meetings, sample, invitations, audit, clock }),
    signIn,
    signInLimit: new RateLimit({ clock, perMinute: config.signInPerMinute }),
    me: new Me({ records, idleMinutes: config.idleMinutes }),
    invitations,
    meetings,
    members: new Members({ records, updateLog, rooms, hall, invitations, audit, clock }),
    materials: new Materials({ records, rooms, versions, history, audit, clock }),
    history,
    drafters: new Drafters({ records, rooms, audit }),
    suggestions,
    archive,
    comments: new Comments({ records, rooms, audit, clock }),
    exports: new Export({ records, rooms, history, exporter, audit }),
    imports: new Import({ records, rooms, history, importer: createImporter({ clock }), audit, clock }),
    audit,
    admins: new Admins({ records, audit }),
    criticism: new Criticism({ records, hall, audit, clock }),
    meetingRecord,
    minutes,
    projectorCodes: new ProjectorCodes({ records, hall, audit, clock }),
  }
  const binding = createBinding({
    async identify({ cookie, passive }) {
      const holder = await sessions.identify(cookie)
      const person = holder === null ? null : await records.people.get(holder.person)
      if (holder === null || person === null) return null
      if (!passive) sessions.touch(holder.sessionId)
      return { sessionId: holder.sessionId, asker: { person: person.id, name: person.name, adminRoles: person.adminRoles } }
    },
  })
  const app = createApp({
    binding,
    services,
    originAllowed,
    clientDir: existsSync(clientDir) ? clientDir : null,
    log,
    ...pick(config),
  })

  life.onStop('progress', () => progress.stop())
  const chores = [
    { name: 'idle sessions', run: () => sessions.sweep() },
    { name: 'lockouts', run: () => lockout.sweep() },
    { name: 'versions', run: () => history.sweep() },
  ]
  life.onStop('housekeeping', startHousekeeping({ clock, log, chores }))
  const server = createServer(app)
  life.onStop('http', () => drained(server, clock))
  server.on('upgrade', (request, socket, head) => {
    if (!live.handleUpgrade(request, socket, head)) collab.handleUpgrade(request, socket, head)
  })
  life.onStop('live', () => live.close())
  life.onStop('collab', () => collab.close())
  const port = await listen(server, config)
  life.onStop('listening', () => void server.close())
  const url = config.publicUrl ?? `http://${shownHost(config.host)}:${port}`
  life.onStop('url', writeServerUrl(folder, url))
  log.info({ url, port }, 'listening')
  return { url, port, stop: () => life.stop() }
}

function pick({ publicUrl, trustProxy }: Config): Pick<Config, 'publicUrl' | 'trustProxy'> {
  return { publicUrl, trustProxy }
}

/** An address to type: one that listens everywhere is reached here by name. */
function shownHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost'
  return host.includes(':') ? `[${host}]` : host
}

function listen(server: Server, { port, host }: Config): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new StartError(`Port ${port} is taken; PORT chooses another`) : error)
    })
    server.listen(port, host, () => {
      server.removeAllListeners('error')
      resolve((server.address() as AddressInfo).port)
    })
  })
}

/** Called when no new connection is taken and the sockets are closed: requests under way are answered, then idle connections end. */
function drained(server: Server, clock: Clock): Promise<void> {
  return new Promise((resolve) => {
    const callOff = clock.after(DRAIN_MS, () => server.closeAllConnections())
    server.getConnections((_, count) => {
      const done = () => {
        callOff()
        resolve()
      }
      if (count === 0) done()
      else server.once('close', done)
      server.closeIdleConnections()
    })
  })
}

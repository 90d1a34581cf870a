/** The command line as an operator or a script calls it: a process of its own, beside a running server or alone. */
import { type ExecFileException, execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { backup } from './commands/backup'
import { CommandError } from './commands/command'
import { restore } from './commands/restore'
import { sample } from './commands/sample'
import { Browser } from './testing/browser'
import { Harness, type Meeting } from './testing/harness'

const COMMANDS = { sample, backup, restore }
const CLI = fileURLToPath(new URL('./cli.ts', import.meta.url))

interface Sample {
  url: string
  meeting: string
  people: { name: string; username: string; password: string; roles: string[] }[]
  materials: { id: string; kind: string; owner: string | null; state: string }[]
}

interface Ended {
  code: number
  out: string
  err: string
}

let house: Harness
let elsewhere: string

beforeEach(async () => {
  house = await Harness.start()
  elsewhere = mkdtempSync(join(tmpdir(), 'duizhao-cli-'))
})

afterEach(async () => {
  await house.remove()
  rmSync(elsewhere, { recursive: true, force: true })
})

/** A command as `cli.ts` runs it, but in this process: a new one takes two seconds. */
async function duizhao([name, ...args]: [keyof typeof COMMANDS, ...string[]], dataDir = house.dataDir): Promise<Ended> {
  vi.stubEnv('DATA_DIR', dataDir).stubEnv('PORT', '4321').stubEnv('INIT_CWD', elsewhere)
  let out = ''
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += String(text)
    return true
  })
  try {
    const code = await COMMANDS[name].run(args)
    return { code, out, err: '' }
  } catch (error) {
    if (!(error instanceof CommandError)) throw error
    return { code: 1, out, err: error.message }
  } finally {
    write.mockRestore()
    vi.unstubAllEnvs()
  }
}

/** The real thing. */
function spawned(...args: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const env = { ...process.env, DATA_DIR: house.dataDir }
    execFile(process.execPath, ['--import', 'tsx', CLI, ...args], { env }, (error: ExecFileException | null, out, err) => {
      resolve({ code: error === null ? 0 : Number(error.code), out, err })
    })
  })
}

async function sampleOf(args: string[], dataDir?: string): Promise<Sample> {
  const { code, out, err } = await duizhao(['sample', ...args], dataDir)
  if (code !== 0) throw new Error(err)
  return JSON.parse(out) as Sample
}

describe('sample', () => {
  it('sets an empty folder up, before the server or beside it, and its people sign in', async () => {
    const made = await sampleOf(['--json'])
    expect(made.url).toBe(house.url)
    expect(Object.keys(made).sort()).toEqual(['materials', 'meeting', 'people', 'url'])
    const roles = new Set(made.people.flatMap((person) => person.roles))
    for (const role of ['principal', 'member', 'office', 'supervisor', 'recorder', 'observer', 'systemAdmin', 'auditAdmin']) {
      expect(roles).toContain(role)
    }
    expect(made.people.filter((person) => person.roles.includes('member')).length).toBeGreaterThanOrEqual(5)
    for (const { username, password, roles: own } of made.people) {
      const browser = house.browser()
      expect((await browser.signIn(username, password)).status).toBe(200)
      const meeting = await browser.get<Meeting>(`/meetings/${made.meeting}`)
      const seen = meeting.materials.filter(({ kind }) => kind === 'collective').length
      if (own.includes('principal')) expect(seen).toBe(1)
    }
    const owners = made.materials.map(({ owner }) => owner)
    expect(owners[0]).toBeNull()
    for (const owner of owners.slice(1)) expect(made.people.some(({ username }) => username === owner)).toBe(true)
  })

  it('adds another meeting with new people to a folder in use, and shows other passwords', async () => {
    const { office } = await house.setUp('沈怀远，书记')
    const [first, second] = [await sampleOf(['--json']), await sampleOf(['--json'])]
    expect(first.people[0]?.username).not.toBe(second.people[0]?.username)
    expect(first.people[0]?.password).not.toBe(second.people[0]?.password)
    expect((await office.get<unknown[]>('/meetings')).length).toBe(1)
    const browser = house.browser()
    const { username = '', password = '' } = second.people[0] ?? {}
    await browser.signIn(username, password)
    expect((await browser.get<{ id: string }[]>('/meetings')).map(({ id }) => id)).toEqual([second.meeting])
  })

  it('says where the server will be while none runs', async () => {
    expect((await sampleOf(['--json'], join(elsewhere, 'fresh'))).url).toBe('http://localhost:4321')
  })
})

describe('backup and restore', () => {
  it('bring everything back, and do not overwrite or run into a server', async () => {
    const made = await sampleOf(['--json'])
    const { username = '', password = '' } = made.people[0] ?? {}
    expect((await duizhao(['backup', 'copy.db'])).out).toMatch(/"materials":6/)
    const copy = join(elsewhere, 'copy.db')
    expect(statSync(copy).mode & 0o777).toBe(0o600)
    expect(existsSync(`${copy}.secret`)).toBe(false)
    expect((await duizhao(['backup', copy])).err).toMatch(/overwrites nothing/)

    const running = await duizhao(['restore', copy, '--force'])
    expect([running.code, running.err]).toEqual([1, expect.stringMatching(/server runs/)])
    await house.stop()
    expect((await duizhao(['restore', copy])).err).toMatch(/--force/)
    const broken = join(elsewhere, 'broken.db')
    writeFileSync(broken, 'nothing of the kind')
    expect((await duizhao(['restore', broken, '--force'])).err).toMatch(/no good backup/)
    const restored = await duizhao(['restore', 'copy.db', '--force'])
    expect([restored.code, restored.err]).toEqual([0, ''])
    expect(readdirSync(house.dataDir).some((name) => name.includes('before-restore'))).toBe(true)
    await house.boot()
    const browser = new Browser(house.url)
    expect((await browser.signIn(username, password)).status).toBe(200)
    const { materials } = await browser.get<Meeting>(`/meetings/${made.meeting}`)
    expect(materials.length).toBeGreaterThan(0)
  })

  it('carry the session secret along only if asked', async () => {
    const { office } = await house.setUp('沈一，书记')
    const copy = join(elsewhere, 'copy.db')
    expect((await duizhao(['backup', copy, '--with-secret'])).code).toBe(0)
    await house.stop()
    const fresh = join(elsewhere, 'fresh')
    expect((await duizhao(['restore', copy], fresh)).code).toBe(0)
    const moved = await Harness.start({ DATA_DIR: fresh })
    try {
      expect((await office.moved(moved.url).send('GET', '/session')).status).toBe(200)
    } finally {
      await moved.remove()
    }
  })
})

it('is one command with help, overall and for each, and an exit code', async () => {
  const overall = await spawned('--help')
  expect(overall.code).toBe(0)
  for (const word of ['outline', 'sample', 'backup', 'restore', 'DATA_DIR', 'IDLE_MINUTES']) expect(overall.out).toContain(word)
  expect((await spawned('backup', '--help')).out).toMatch(/^duizhao backup FILE/)
  const unknown = await spawned('nonsense')
  expect([unknown.code, unknown.out]).toEqual([1, ''])
})

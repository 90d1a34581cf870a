import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs'
import { parseConfig } from '../config'
import { systemClock } from '../platform/clock'
import { holdsTeam, type RowCounts, settle, verifyDatabase } from '../storage/backup'
import { type DataFolder, dataFolder, lockFolder } from '../storage/data-folder'
import { migrate } from '../storage/db'
import { type Command, CommandError, parseArgs, pathOf, say } from './command'

export const restore: Command = {
  usage: 'restore FILE [--force]',
  about: 'Puts a backup in the place of the database of DATA_DIR; the server must be stopped.',
  help: `FILE is verified first and stays as it is. What was in DATA_DIR is kept aside under another name, which is printed.
If FILE.secret lies beside it (backup --with-secret), the session secret is restored too.

  --force   also where DATA_DIR holds a team already`,
  async run(args) {
    const { words, has } = parseArgs(args, ['--force'])
    const [name, ...rest] = words
    if (name === undefined || rest.length > 0) throw new CommandError('One FILE is needed; see restore --help')
    const source = pathOf(name)
    if (!existsSync(source)) throw new CommandError(`There is no ${source}`)
    const folder = dataFolder(parseConfig(process.env).dataDir)
    const unlock = lockFolder(folder, 0)
    if (unlock === null) throw new CommandError(`A server runs on ${folder.path}; stop it first`)
    try {
      if (existsSync(folder.database) && holdsTeam(folder.database) && !has('--force')) {
        throw new CommandError(`${folder.path} holds data already; --force replaces it and keeps the old file aside`)
      }
      const incoming = `${folder.database}.restoring`
      const counts = verifiedCopy(source, incoming)
      const aside = moveAside(folder)
      renameSync(incoming, folder.database)
      await migrate(folder.database)
      if (existsSync(`${source}.secret`)) copyFileSync(`${source}.secret`, folder.secretFile)
      say(`restored ${source}\n      to ${folder.database}\nverified ${JSON.stringify(counts)}`)
      if (aside !== null) say(`the old database is ${aside}`)
      return 0
    } finally {
      unlock()
    }
  },
}

/** Works on a copy: opening a file may leave traces beside it. */
function verifiedCopy(source: string, incoming: string): RowCounts {
  rmSync(incoming, { force: true })
  copyFileSync(source, incoming)
  try {
    const counts = verifyDatabase(incoming)
    settle(incoming)
    return counts
  } catch (error) {
    for (const suffix of ['', '-wal', '-shm']) rmSync(incoming + suffix, { force: true })
    throw new CommandError(`${source} is no good backup: ${error instanceof Error ? error.message : String(error)}`)
  }
}

function moveAside(folder: DataFolder): string | null {
  if (!existsSync(folder.database)) return null
  const at = new Date(systemClock.now()).toISOString().replace(/[:.]/g, '-')
  const aside = `${folder.database}.before-restore-${at}`
  for (const suffix of ['', '-wal', '-shm']) {
    if (existsSync(folder.database + suffix)) renameSync(folder.database + suffix, aside + suffix)
  }
  return aside
}

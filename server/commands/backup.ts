import { chmodSync, copyFileSync, existsSync, renameSync, rmSync } from 'node:fs'
import { parseConfig } from '../config'
import { copyDatabase, verifyDatabase } from '../storage/backup'
import { dataFolder } from '../storage/data-folder'
import { type Command, CommandError, parseArgs, pathOf, say } from './command'

export const backup: Command = {
  usage: 'backup FILE [--with-secret]',
  about: 'Copies the database of DATA_DIR into FILE while the server runs, and verifies the copy.',
  help: `FILE must not exist yet. It is one SQLite file that holds everything: people, meetings, texts with their history, audit.
Nobody is interrupted. The copy is read through (integrity, references) before it gets its name; its row counts are printed.

  --with-secret   also copies the session secret to FILE.secret. Left out by default: whoever has it can forge sessions, and
                  without it people merely sign in anew after a restore.`,
  async run(args) {
    const { words, has } = parseArgs(args, ['--with-secret'])
    const [name, ...rest] = words
    if (name === undefined || rest.length > 0) throw new CommandError('One FILE is needed; see backup --help')
    const target = pathOf(name)
    for (const path of [target, ...(has('--with-secret') ? [`${target}.secret`] : [])]) {
      if (existsSync(path)) throw new CommandError(`${path} exists; a backup overwrites nothing`)
    }
    const folder = dataFolder(parseConfig(process.env).dataDir)
    if (!existsSync(folder.database)) throw new CommandError(`There is no database in ${folder.path}`)
    const partial = `${target}.partial`
    rmSync(partial, { force: true })
    try {
      copyDatabase(folder.database, partial)
      const counts = verifyDatabase(partial)
      chmodSync(partial, 0o600)
      renameSync(partial, target)
      if (has('--with-secret')) {
        copyFileSync(folder.secretFile, `${target}.secret`)
        chmodSync(`${target}.secret`, 0o600)
      }
      say(`backed up ${folder.database}\n       to ${target}\nverified  ${JSON.stringify(counts)}`)
      return 0
    } catch (error) {
      rmSync(partial, { force: true })
      throw new CommandError(
        `The backup failed and left nothing behind: ${error instanceof Error ? error.message : String(error)}`,
      )
    }
  },
}

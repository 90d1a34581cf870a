/** A project of a few files in a temporary folder, under this project's own settings, for trying the checks on. */
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { stripVTControlCharacters } from 'node:util'

const PROJECT = resolve(import.meta.dirname, '../..')
const SETTINGS = [
  '.dependency-cruiser.cjs',
  '.gitignore',
  '.oxlintrc.json',
  'biome.json',
  'knip.json',
  'server/tsconfig.json',
  'tsconfig.client.json',
  'tsconfig.json',
  'tsconfig.server.json',
  'tsconfig.tests.json',
]

export interface Verdict {
  ok: boolean
  output: string
}

export class PlantedTree {
  readonly #folder = mkdtempSync(join(tmpdir(), 'planted-'))

  /** @param files contents by path; they replace a setting of the same name */
  constructor(files: Record<string, string>) {
    for (const name of SETTINGS) {
      mkdirSync(dirname(join(this.#folder, name)), { recursive: true })
      copyFileSync(join(PROJECT, name), join(this.#folder, name))
    }
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(this.#folder, path)), { recursive: true })
      writeFileSync(join(this.#folder, path), text)
    }
    symlinkSync(join(PROJECT, 'node_modules'), join(this.#folder, 'node_modules'))
  }

  /** Runs one program, as `npm test` would, with this tree as its working directory. */
  run(args: readonly string[]): Verdict {
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: this.#folder, encoding: 'utf8' })
    // Some tools colour their words when CI is set, also where nobody watches.
    return { ok: status === 0, output: stripVTControlCharacters(`${stdout}${stderr}`) }
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true })
  }
}

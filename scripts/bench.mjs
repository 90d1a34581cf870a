/** `npm run bench`: brings the build up to date (telling so on stderr only) and hands over to bench/run.ts. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { prepare } from './lib/prepare.mjs'
import { root } from './lib/project.mjs'

const args = process.argv.slice(2)
// Another build is measured as it is.
if (!args.includes('--dist') && !args.includes('--help')) await prepare()
const tsx = pathToFileURL(join(root, 'node_modules/tsx/dist/loader.mjs')).href
const { status } = spawnSync(process.execPath, ['--import', tsx, 'bench/run.ts', ...args], { cwd: root, stdio: 'inherit' })
process.exitCode = status ?? 1

/** The command line of the product: brings the build up to date (telling so on stderr only) and becomes the bundled command. */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { prepare } from './lib/prepare.mjs'
import { root } from './lib/project.mjs'

await prepare({ builds: ['server'] })
const cli = join(root, 'dist', 'server', 'cli.js')
process.argv[1] = cli
await import(pathToFileURL(cli).href)

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './project.mjs'

/** The arguments with which Node runs a package's command; without the shell wrappers, which differ between systems. */
export function tool(packageName, command = packageName) {
  const folder = join(root, 'node_modules', packageName)
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return join(folder, typeof bin === 'string' ? bin : bin[command])
}

/**
 * Runs the rules of .dependency-cruiser.cjs over every TypeScript file, and fails as well when it read fewer than there are:
 * a cruiser that cannot parse reads nothing and reports no violations.
 */
import { join } from 'node:path'
import { cruise } from 'dependency-cruiser'
import extractDepcruiseOptions from 'dependency-cruiser/config-utl/extract-depcruise-options'
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config'
import { filesBelow } from './lib/source-files.mjs'

const FOLDERS = ['shared', 'server', 'client', 'e2e', 'bench']

const options = await extractDepcruiseOptions(join(process.cwd(), '.dependency-cruiser.cjs'))
const files = filesBelow('.', FOLDERS).filter((file) => /\.tsx?$/.test(file))
const { output } = await cruise(files, { ...options, baseDir: process.cwd(), outputType: 'json' }, undefined, {
  tsConfig: extractTSConfig('tsconfig.tests.json'),
})
const { modules, summary } = JSON.parse(output)
const read = new Set(modules.map((module) => module.source))
const unread = files.filter((file) => !read.has(file))

for (const { rule, from, to, cycle } of summary.violations) {
  const way = cycle?.length ? [from, ...cycle.map((step) => step.name)].join(' → ') : `${from} → ${to}`
  console.log(`${rule.name}: ${way}`)
}
for (const file of unread) console.log(`not read: ${file}`)
const links = modules.reduce((sum, module) => sum + module.dependencies.length, 0)
console.log(`${files.length} files, ${links} imports, ${summary.violations.length} violations, ${unread.length} not read`)
if (files.length === 0 || links === 0) console.log('nothing was read: the check itself is broken')
process.exitCode = summary.violations.length + unread.length > 0 || files.length === 0 || links === 0 ? 1 : 0

/**
 * What a person waits for, from Vite's manifest, gzipped: the JavaScript that the sign-in and home pages need, what the editor page
 * needs beyond that, and all style sheets.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

const BUDGET_KB = { shell: 180, editor: 260, css: 45 }
const FIRST_PAGES = /^app\/pages\/(SignIn|Home)/
const EDITOR_PAGES = /^app\/pages\/Workspace/

const dist = process.argv[2] ?? 'dist/client'
const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'))
const keys = Object.keys(manifest)

const shell = closure(['index.html', ...keys.filter((key) => FIRST_PAGES.test(key))])
const editorPages = keys.filter((key) => EDITOR_PAGES.test(key))
const editor = new Set([...closure(editorPages)].filter((key) => !shell.has(key)))
const sheets = new Set(keys.flatMap((key) => manifest[key].css ?? []).concat(keys.map((key) => manifest[key].file).filter(isCss)))

const measured = { shell: kilobytes(scriptsOf(shell)), editor: kilobytes(scriptsOf(editor)), css: kilobytes(sheets) }
let failed = editorPages.length === 0
if (failed) console.log('no editor page in the manifest: is it still loaded lazily, and still called app/pages/Workspace…?')
for (const [name, size] of Object.entries(measured)) {
  const over = size > BUDGET_KB[name]
  failed ||= over
  console.log(`${name.padEnd(6)} ${size.toFixed(1).padStart(6)} kB gz of ${BUDGET_KB[name]}${over ? '  OVER BUDGET' : ''}`)
}
if (failed)
  for (const key of [...shell, ...editor])
    console.log(`  ${shell.has(key) ? 'shell ' : 'editor'} ${key} ${kilobytes([manifest[key].file]).toFixed(1)}`)
process.exitCode = failed ? 1 : 0

/** Everything that is loaded with these, without what they load later. */
function closure(from) {
  const seen = new Set()
  const todo = [...from]
  while (todo.length > 0) {
    const key = todo.pop()
    if (seen.has(key)) continue
    seen.add(key)
    todo.push(...(manifest[key].imports ?? []))
  }
  return seen
}

function scriptsOf(chunks) {
  return [...chunks].map((key) => manifest[key].file).filter((file) => file.endsWith('.js'))
}

function isCss(file) {
  return file.endsWith('.css')
}

function kilobytes(files) {
  return [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file)), { level: 9 }).length, 0) / 1024
}

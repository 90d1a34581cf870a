/**
 * What a person waits for, gzipped, read from Vite's manifest: the JavaScript of the sign-in and of the home page, what the writing
 * page needs beyond the home page, and all style sheets together.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

const SHELL_KB = 180
const EDITOR_KB = 260
const CSS_KB = 45

const dist = process.argv[2] ?? 'dist/client'
const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'))
const chunks = Object.values(manifest)

const start = startChunks()
const signIn = closure([...start, page('SignIn')])
const home = closure([...start, page('Home')])
const writing = closure([...start, page('Workspace'), 'i18n/later-words.ts'])
const writingAlone = new Set([...writing].filter((key) => !home.has(key)))
const sheets = new Set(chunks.flatMap((chunk) => [...(chunk.css ?? []), chunk.file]).filter((file) => file.endsWith('.css')))

const verdicts = [
  weigh('sign-in', scriptsOf(signIn), SHELL_KB),
  weigh('home', scriptsOf(home), SHELL_KB),
  weigh('writing, beyond home', scriptsOf(writingAlone), EDITOR_KB),
  weigh('style sheets', sheets, CSS_KB),
]
process.exitCode = verdicts.every(Boolean) ? 0 : 1

/** The manifest's keys of what the document itself asks for. */
function startChunks() {
  const html = readFileSync(join(dist, 'index.html'), 'utf8')
  const files = new Set([...html.matchAll(/<script [^>]*src="\/([^"]+)"/g)].map(([, file]) => file))
  const keys = Object.keys(manifest).filter((key) => files.has(manifest[key].file))
  if (keys.length === 0 || keys.length < files.size)
    throw new Error('index.html asks for scripts that the manifest does not know')
  return keys
}

/** The manifest's key of a page; it must be a chunk of its own, or its weight would hide in the shell's. */
function page(name) {
  const key = Object.keys(manifest).find((candidate) => candidate.startsWith(`app/pages/${name}`))
  if (!key) throw new Error(`no chunk for app/pages/${name}…: is the page still loaded lazily, and still called so?`)
  return key
}

function weigh(name, files, budgetKb) {
  const sizes = [...files].map((file) => ({ file, kb: gzipSync(readFileSync(join(dist, file)), { level: 9 }).length / 1024 }))
  const total = sizes.reduce((sum, { kb }) => sum + kb, 0)
  const over = total > budgetKb
  console.log(`${name.padEnd(22)} ${total.toFixed(1).padStart(6)} kB of ${budgetKb}${over ? '  OVER BUDGET' : ''}`)
  if (over) for (const { file, kb } of sizes.sort((a, b) => b.kb - a.kb)) console.log(`${kb.toFixed(1).padStart(10)} ${file}`)
  return !over
}

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

function scriptsOf(keys) {
  return [...keys].map((key) => manifest[key].file).filter((file) => file.endsWith('.js'))
}

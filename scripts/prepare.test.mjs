/** The two commands' preparation, in a project of its own with a stand-in for npm and one for Vite that keep a diary. */
import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

const VITE = `
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
const out = process.argv[process.argv.indexOf('--outDir') + 1]
const half = process.argv.includes('--ssr') ? 'server' : 'client'
appendFileSync('diary', 'build ' + half + '\\n')
if (readFileSync('shared/a.ts', 'utf8').includes('broken')) { console.log('what is wrong'); process.exit(1) }
mkdirSync(out, { recursive: true })
writeFileSync(out + (half === 'server' ? '/main.js' : '/index.html'), readFileSync('shared/a.ts'))
writeFileSync(out + '/cli.js', 'console.log("said " + process.argv.slice(2).join(" "))')
`
const NPM = `
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs'
appendFileSync('diary', 'npm ' + process.argv[2] + '\\n')
mkdirSync('node_modules/vite/bin', { recursive: true })
writeFileSync('node_modules/vite/bin/vite.js', ${JSON.stringify(VITE)})
console.log('much output')
`

let folder
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'prepare-'))
  cpSync(import.meta.dirname, join(folder, 'scripts'), { recursive: true })
  write('package.json', JSON.stringify({ type: 'module', scripts: { a: '1' }, dependencies: { a: '1' } }))
  write('package-lock.json', '{}')
  write('npm.mjs', NPM)
  write('shared/a.ts', 'first')
  write('client/a.ts', '')
  write('server/a.ts', '')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function write(path, text) {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}

const read = (path) => readFileSync(join(folder, path), 'utf8')

/** What was done since the last time. */
function diary() {
  const lines = existsSync(join(folder, 'diary')) ? read('diary').trim().split('\n').sort() : []
  rmSync(join(folder, 'diary'), { force: true })
  return lines
}

function script(name, args, env = {}) {
  const options = { cwd: folder, encoding: 'utf8', env: { ...process.env, npm_execpath: join(folder, 'npm.mjs'), ...env } }
  return spawnSync(process.execPath, [join(folder, 'scripts', name), ...args], options)
}

const start = () => script('prepare.mjs', ['start'])

test('installs and builds once, and then finds nothing to do', () => {
  const first = start()
  expect(first.status).toBe(0)
  expect(diary()).toEqual(['build client', 'build server', 'npm ci'])
  expect(first.stderr).toMatch(/installing packages[\s\S]*building client and server/)

  const second = start()
  expect(second).toMatchObject({ status: 0, stdout: '', stderr: '' })
  expect(diary()).toEqual([])
})

test('looks at contents, not at times, and builds only the half that changed', () => {
  start()
  diary()
  utimesSync(join(folder, 'shared/a.ts'), new Date(), new Date())
  write('server/a.test.ts', 'a test is not part of the product')
  write('package.json', JSON.stringify({ type: 'module', scripts: { a: '2' }, dependencies: { a: '1' } }))
  start()
  expect(diary()).not.toContain('npm ci')

  write('server/a.ts', 'changed')
  start()
  expect(diary()).toEqual(['build server'])

  write('package.json', JSON.stringify({ type: 'module', dependencies: { a: '2' } }))
  start()
  expect(diary()).toContain('npm ci')
})

test('a build that fails is shown, and leaves the last good one', () => {
  start()
  write('shared/a.ts', 'broken')
  const failed = start()
  expect(failed.status).toBe(1)
  expect(failed.stderr).toContain('what is wrong')
  expect(read('dist/server/main.js')).toBe('first')

  write('shared/a.ts', 'mended')
  expect(start().status).toBe(0)
  expect(read('dist/client/index.html')).toBe('mended')
})

test('the command line prints only what the command prints', () => {
  const fresh = script('duizhao.mjs', ['outline', 'a file'])
  expect(fresh.stdout).toBe('said outline a file\n')
  expect(diary()).toEqual(['build server', 'npm ci'])
  expect(script('duizhao.mjs', ['outline'])).toMatchObject({ stdout: 'said outline\n', stderr: '' })
})

test('waits for another preparation, and does not wait for one that died', async () => {
  const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
  write('.cache/prepare.lock', String(other.pid))
  const waiting = spawn(process.execPath, [join(folder, 'scripts/prepare.mjs'), 'start'], {
    cwd: folder,
    env: { ...process.env, npm_execpath: join(folder, 'npm.mjs') },
  })
  const said = await new Promise((resolve) => waiting.stderr.once('data', (bytes) => resolve(String(bytes))))
  expect(said).toContain(`process ${other.pid}`)
  expect(diary()).toEqual([])

  const done = new Promise((resolve) => waiting.once('close', resolve))
  waiting.stderr.resume()
  other.kill('SIGKILL')
  expect(await done).toBe(0)
  expect(diary()).toContain('npm ci')
  expect(existsSync(join(folder, '.cache/prepare.lock'))).toBe(false)
})

test.runIf(process.getuid?.() === 0)('installs a browser with the system’s package manager where there is none', () => {
  const aptGet = `#!${process.execPath}
const { appendFileSync, writeFileSync } = require('node:fs')
appendFileSync('diary', 'apt-get ' + process.argv[2] + '\\n')
if (process.argv.includes('chromium')) writeFileSync('bin/chromium', '', { mode: 0o755 })
`
  write('bin/apt-get', aptGet)
  write('bin/package.json', '{ "type": "commonjs" }')
  chmodSync(join(folder, 'bin/apt-get'), 0o755)
  const env = { PATH: join(folder, 'bin'), CHROMIUM: '' }
  expect(script('prepare.mjs', ['test'], env).status).toBe(0)
  expect(diary()).toEqual(['apt-get install', 'apt-get update', 'build client', 'build server', 'npm ci'])
  expect(script('prepare.mjs', ['test'], env)).toMatchObject({ status: 0, stderr: '' })
})

test('without a browser, and without a way to get one, it says what to do', () => {
  const lost = script('prepare.mjs', ['test'], { PATH: join(folder, 'bin'), CHROMIUM: '' })
  expect(lost.status).toBe(1)
  expect(lost.stderr).toContain('apt-get install -y chromium')

  const misnamed = script('prepare.mjs', ['test'], { CHROMIUM: '/nowhere/chromium' })
  expect(misnamed.status).toBe(1)
  expect(misnamed.stderr).toContain('/nowhere/chromium')
})

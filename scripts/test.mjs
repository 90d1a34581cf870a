/**
 * `npm test`: every step of `lib/test-steps.mjs`, to the end even when one fails. `npm test -- unit floors` runs only those named,
 * `npm run check` only the checks, which need no build and no browser (but for the size).
 * The last line is `N passed, N failed`, over the tests of the suites and the checks.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './lib/project.mjs'
import { capture, run } from './lib/run.mjs'
import { giveUp, seconds } from './lib/say.mjs'
import { CHECKS, SUITES } from './lib/test-steps.mjs'

const CHECKS_AT_ONCE = 2

const wanted = process.argv.slice(2).flatMap((name) => (name === 'checks' ? CHECKS.map((check) => check.name) : [name]))
const known = [...CHECKS, ...SUITES].map((step) => step.name)
const unknown = wanted.filter((name) => !known.includes(name))
if (unknown.length > 0) giveUp(`no such step: ${unknown.join(', ')}; there are ${known.join(', ')}`)
const chosen = (step) => wanted.length === 0 || wanted.includes(step.name)

mkdirSync(join(root, '.cache'), { recursive: true })
const results = [...(await inParallel(CHECKS.filter(chosen), CHECKS_AT_ONCE, runCheck))]
for (const suite of SUITES.filter(chosen)) results.push(await runSuite(suite))

console.log('')
for (const { name, passed, failed, skipped, took, note } of results) {
  const counts = `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
  console.log(`${failed > 0 ? '✗' : '✓'} ${name.padEnd(10)} ${took.padStart(8)}  ${counts}${note ? ` (${note})` : ''}`)
}
const sum = (key) => results.reduce((total, result) => total + result[key], 0)
const skipped = sum('skipped')
process.exitCode = sum('failed') > 0 ? 1 : 0
console.log(`${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)

async function runCheck({ name, runs }) {
  const began = performance.now()
  const outputs = []
  let ok = true
  for (const args of runs) {
    const { code, output } = await capture(process.execPath, args)
    outputs.push(output.trim())
    ok &&= code === 0
  }
  const took = seconds(began)
  headline(name, `${ok ? 'ok' : 'FAILED'}, ${took}`)
  const said = outputs.filter(Boolean).join('\n')
  if (said !== '') console.log(said)
  return { name, passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0, took }
}

async function runSuite({ name, args, env, report, count }) {
  const began = performance.now()
  headline(name, 'running …')
  rmSync(report, { force: true })
  const code = await run(process.execPath, args, { stdio: ['ignore', 1, 2], env: { ...process.env, ...env } })
  const counts = readCounts(report, count)
  // A suite may fail beside its tests: a file that does not load, a setup that throws, no test at all.
  if ((code !== 0 || counts.passed === 0) && counts.failed === 0) counts.failed = 1
  const took = seconds(began)
  headline(name, `${counts.failed === 0 ? 'ok' : 'FAILED'}, ${took}`)
  return { name, ...counts, took }
}

function readCounts(report, count) {
  try {
    return count(JSON.parse(readFileSync(report, 'utf8')))
  } catch {
    return { passed: 0, failed: 0, skipped: 0, note: 'no report was written' }
  }
}

function headline(name, words) {
  console.log(`\n──── ${name}: ${words}`)
}

async function inParallel(items, width, work) {
  const results = []
  const queue = [...items.entries()]
  const worker = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) results[next[0]] = await work(next[1])
  }
  await Promise.all(Array.from({ length: width }, worker))
  return results
}

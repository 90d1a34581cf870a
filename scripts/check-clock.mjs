/**
 * Time on the server is an argument (`server/platform/clock.ts`), so that a test can turn it. Outside `platform/` and the tests
 * nobody asks the machine: no `Date.now()`, no `new Date()` without a time, no timers. (`new Date(ms)` only formats and is allowed.)
 */
import { readFileSync } from 'node:fs'
import ts from 'typescript'
import { filesBelow } from './lib/source-files.mjs'

const TIMERS = new Set(['setTimeout', 'setInterval'])
const TIMER_MODULES = new Set(['node:timers', 'node:timers/promises', 'timers', 'timers/promises'])
const OWN_TIME = /^server\/(platform|testing)\/|\.test\.ts$/

const files = filesBelow('.', ['server']).filter((file) => /\.tsx?$/.test(file) && !OWN_TIME.test(file))
const found = files.flatMap((file) => {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2023, true)
  return timesIn(source).map((node) => {
    const { line } = source.getLineAndCharacterOfPosition(node.getStart(source))
    return `${file}:${line + 1}: ${node.getText(source).split('\n')[0]}`
  })
})

for (const line of found) console.log(line)
console.log(`${files.length} server files, ${found.length} of the machine's clock`)
process.exitCode = found.length > 0 || files.length === 0 ? 1 : 0

function timesIn(node) {
  const own = asksTheMachine(node) ? [node] : []
  const below = []
  ts.forEachChild(node, (child) => {
    below.push(...timesIn(child))
  })
  return [...own, ...below]
}

function asksTheMachine(node) {
  if (ts.isPropertyAccessExpression(node)) return node.expression.getText() === 'Date' && node.name.text === 'now'
  if (ts.isNewExpression(node)) return node.expression.getText() === 'Date' && !node.arguments?.length
  if (ts.isImportDeclaration(node)) return TIMER_MODULES.has(node.moduleSpecifier.text)
  if (!ts.isCallExpression(node)) return false
  const called = node.expression.getText()
  return called === 'Date' || TIMERS.has(called.replace(/^globalThis\./, ''))
}

/** What is shipped must be free to ship: every production package in the lock file is under one of these licences. */
import { readFileSync } from 'node:fs'

const ALLOWED = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'MPL-2.0',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'Unlicense',
  'Python-2.0',
])

const { packages } = JSON.parse(readFileSync(process.argv[2] ?? 'package-lock.json', 'utf8'))
const shipped = Object.entries(packages).filter(([path, entry]) => path !== '' && !entry.dev && !entry.devOptional)
const counts = new Map()
const faults = []

for (const [path, { license = 'none given' }] of shipped) {
  counts.set(license, (counts.get(license) ?? 0) + 1)
  if (!isAllowed(license)) faults.push(`${path}: ${license}`)
}

for (const fault of faults) console.log(fault)
console.log(`${shipped.length} shipped packages: ${[...counts].map(([name, count]) => `${count} ${name}`).join(', ')}`)
process.exitCode = faults.length > 0 || shipped.length === 0 ? 1 : 0

/** "(A OR B)" needs one, "A AND B" needs all. */
function isAllowed(expression) {
  const plain = expression.replace(/[()]/g, '').trim()
  if (plain.includes(' OR ')) return plain.split(' OR ').some(isAllowed)
  return plain.split(' AND ').every((name) => ALLOWED.has(name.trim()))
}

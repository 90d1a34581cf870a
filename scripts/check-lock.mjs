/**
 * A lock file must install everywhere. npm writes one with holes when the registry at hand lacks the binaries of other platforms
 * (`npm ci` then fails there with "Missing: … from lock file"), and one with download addresses ties everybody to that registry.
 * @usage node scripts/check-lock.mjs [FILE]
 */
import { readFileSync } from 'node:fs'

const file = process.argv[2] ?? 'package-lock.json'
const { packages } = JSON.parse(readFileSync(file, 'utf8'))
const faults = []

for (const [path, entry] of Object.entries(packages)) {
  if (entry.resolved) faults.push(`${path} has a download address: ${new URL(entry.resolved).host}`)
  if (path !== '' && !entry.integrity && !entry.link && !entry.inBundle) faults.push(`${path} has no integrity hash`)
  const optionalPeers = entry.peerDependenciesMeta ?? {}
  const needed = { ...entry.dependencies, ...entry.optionalDependencies, ...(path === '' ? entry.devDependencies : {}) }
  for (const name of Object.keys(needed)) {
    if (!optionalPeers[name]?.optional && !isLocked(path, name))
      faults.push(`${path || 'package.json'} needs ${name}, which is missing`)
  }
}

for (const fault of faults) console.log(fault)
console.log(`${Object.keys(packages).length} locked packages, ${faults.length} faults`)
process.exitCode = faults.length > 0 ? 1 : 0

/** Looks as Node does: beside the package first, then further up. */
function isLocked(from, name) {
  for (let place = from; ; place = place.includes('/node_modules/') ? place.slice(0, place.lastIndexOf('/node_modules/')) : '') {
    const candidate = place === '' ? `node_modules/${name}` : `${place}/node_modules/${name}`
    if (packages[candidate]) return true
    if (place === '') return false
  }
}

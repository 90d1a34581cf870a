import { giveUp } from './say.mjs'

const NEEDED = [20, 19]

export function checkNodeVersion() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1])) return
  giveUp(`This is Node ${process.versions.node}; at least Node ${NEEDED.join('.')} is needed (Node 24 is recommended).`)
}

import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Every file below the folders, in a stable order; a folder that is missing has none. Paths are relative to `root`, with `/`. */
export function filesBelow(root, folders) {
  return folders.flatMap((folder) => walk(root, folder)).sort()
}

function walk(root, folder) {
  let entries
  try {
    entries = readdirSync(join(root, folder), { withFileTypes: true })
  } catch {
    return []
  }
  return entries.flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : walk(root, path)
    return entry.isFile() ? [path] : []
  })
}

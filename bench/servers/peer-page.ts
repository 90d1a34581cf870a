/** The page of the peer without one: what Tiptap's own guide to collaboration makes, for a browser to be measured on. */
import { resolve } from 'node:path'
import { build } from 'vite'

let built: Promise<string> | null = null

/** @returns the folder with its files; built when first asked for in this run. */
export function builtPeerPage(): Promise<string> {
  const outDir = resolve('.cache/bench/peer-page')
  built ??= build({
    configFile: false,
    root: 'bench/peer-page',
    logLevel: 'error',
    build: { outDir, emptyOutDir: true, target: 'es2022' },
  }).then(() => outDir)
  return built
}

import { readFileSync } from 'node:fs'
import type { DocumentOutline } from '../../shared/outline/document-outline'
import { outlineOf } from '../../shared/outline/outline'
import { importBytes } from '../exchange/read-source'
import { TEXT_ENCODINGS } from '../ports/importer'
import { type Command, CommandError, parseArgs, pathOf, say } from './command'

const flagOf = (encoding: string) => `--encoding=${encoding}`

export const outline: Command = {
  usage: 'outline FILE [--encoding=NAME]',
  about: 'Prints the recognised structure of a .txt or .docx as one JSON object.',
  help: `{"title": string|null, "preface": string[], "parts": [{"number", "heading", "sections": [{"number", "heading"}]}], "report": […]}

Headings come without number and without a final 。; a part that has only 1. items below it gives those as sections. "report"
lists what was guessed, corrected, left out, and each placeholder, with its line in the file.

  --encoding=NAME   one of ${TEXT_ENCODINGS.join(', ')}; needed only where the bytes do not say it (Big5).

Nothing is stored, no server is needed.`,
  async run(args) {
    const { words, has } = parseArgs(args, TEXT_ENCODINGS.map(flagOf))
    const [name, ...rest] = words
    if (name === undefined || rest.length > 0) throw new CommandError('One FILE is needed; see outline --help')
    const encoding = TEXT_ENCODINGS.find((candidate) => has(flagOf(candidate)))
    const read = importBytes(contentOf(pathOf(name)), { fileName: name, ...(encoding === undefined ? {} : { encoding }) })
    if (!read.ok) throw new CommandError(`${name}: ${read.error.message} (${read.error.code})`)
    const result: DocumentOutline = { ...outlineOf(read.value.blocks), report: read.value.report }
    say(JSON.stringify(result, null, 2))
    return 0
  },
}

function contentOf(path: string): Uint8Array {
  try {
    return readFileSync(path)
  } catch (error) {
    throw new CommandError(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`)
  }
}

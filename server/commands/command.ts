import { resolve } from 'node:path'

/** A command of the command line. What it has to say goes to stdout, what went wrong to stderr; the number is the exit code. */
export interface Command {
  /** How it is called, such as `backup FILE`. */
  usage: string
  /** One sentence. */
  about: string
  /** Everything else `--help` says. */
  help: string
  run(args: string[]): Promise<number>
}

/** A failure the person at the keyboard can mend: shown without a stack. */
export class CommandError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'CommandError'
  }
}

export function say(text: string): void {
  process.stdout.write(`${text}\n`)
}

/** Splits off the flags, refusing those the command does not know. */
export function parseArgs(args: readonly string[], flags: readonly string[]): { words: string[]; has(flag: string): boolean } {
  const unknown = args.find((arg) => arg.startsWith('-') && !flags.includes(arg))
  if (unknown !== undefined) throw new CommandError(`Unknown option ${unknown}; see --help`)
  return { words: args.filter((arg) => !arg.startsWith('-')), has: (flag) => args.includes(flag) }
}

/** `npm run` starts us in the project's folder; a path is meant from where the person stood. */
export function pathOf(name: string): string {
  return resolve(process.env.INIT_CWD ?? process.cwd(), name)
}

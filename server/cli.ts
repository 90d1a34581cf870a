/** `duizhao <command>`: what an operator or a script asks for without a browser. */
import { backup } from './commands/backup'
import { type Command, CommandError, say } from './commands/command'
import { outline } from './commands/outline'
import { restore } from './commands/restore'
import { sample } from './commands/sample'
import { ConfigError, describeConfig } from './config'

const COMMANDS: Record<string, Command> = { outline, sample, backup, restore }

async function main([name, ...args]: string[]): Promise<number> {
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    say(overview())
    return name === undefined ? 2 : 0
  }
  const command = COMMANDS[name]
  if (command === undefined) throw new CommandError(`There is no command ${name}; see --help`)
  if (args.includes('--help') || args.includes('-h')) {
    say(`duizhao ${command.usage}\n\n${command.about}\n\n${command.help}`)
    return 0
  }
  return command.run(args)
}

function overview(): string {
  const commands = Object.values(COMMANDS).map(({ usage, about }) => `  ${usage.padEnd(29)}${about}`)
  return `duizhao <command>\n\nCommands (each with --help):\n${commands.join('\n')}\n\nEnvironment:\n${describeConfig()}`
}

// The exit code is set, not forced: what was written may still be on its way into a pipe.
main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code
  },
  (error: unknown) => {
    const expected = error instanceof CommandError || error instanceof ConfigError
    const shown = error instanceof Error ? (expected ? error.message : (error.stack ?? error.message)) : String(error)
    process.stderr.write(`${shown}\n`)
    process.exitCode = 1
  },
)

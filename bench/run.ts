/** `npm run bench`: measures ours beside its peers and prints what came out, for people on stderr, as JSON on stdout. */
import { parseArgs } from 'node:util'
import { installPeers } from './install'
import { describe, machine } from './report'
import { say } from './say'
import { SCENARIOS } from './scenarios/all'
import type { BenchOptions, Scenario } from './scenarios/scenario'

const ROUNDS = 3
const SECONDS = 5
const UNSUPPORTED = 3

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      scenario: { type: 'string' },
      json: { type: 'boolean', default: false },
      rounds: { type: 'string', default: String(ROUNDS) },
      seconds: { type: 'string', default: String(SECONDS) },
      'no-peers': { type: 'boolean', default: false },
      dist: { type: 'string', default: 'dist' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  if (values.help) {
    process.stdout.write(help())
    return 0
  }
  const options: BenchOptions = {
    rounds: count('rounds', values.rounds),
    seconds: count('seconds', values.seconds),
    peers: !values['no-peers'],
    dist: values.dist,
  }
  const chosen = SCENARIOS.filter(({ name }) => values.scenario === undefined || name === values.scenario)
  if (chosen.length === 0) throw new UsageError(`There is no scenario ${values.scenario}; see --help`)
  if (values.json && chosen.length > 1) throw new UsageError('--json prints one scenario; name it with --scenario')
  if (options.peers) await installPeers()
  let worst = 0
  for (const scenario of chosen) {
    const result = await measure(scenario, options)
    say(describe(result))
    if (values.json) process.stdout.write(`${JSON.stringify(result)}\n`)
    // One that cannot be measured fails only whoever asked for it.
    if (result.supported === false && chosen.length === 1) worst = UNSUPPORTED
  }
  return worst
}

async function measure(scenario: Scenario, options: BenchOptions) {
  say(`\n${scenario.name}: ${scenario.about}`)
  const outcome = await scenario.run(options)
  const { rounds, seconds } = options
  return {
    scenario: scenario.name,
    about: scenario.about,
    date: new Date().toISOString(),
    machine: machine(),
    rounds,
    seconds,
    ...outcome,
  }
}

class UsageError extends Error {}

function count(name: string, given: string): number {
  const value = Number(given)
  if (!Number.isInteger(value) || value < 1 || value > 600) throw new UsageError(`--${name} takes a whole number from 1 to 600`)
  return value
}

function help(): string {
  const scenarios = SCENARIOS.map(({ name, about }) => `  ${name.padEnd(18)}${about}`).join('\n')
  return `npm run bench -- [options]          all scenarios, as tables
npm run -s bench -- --scenario NAME --json   one, as one JSON object on stdout

  --scenario NAME   only this one
  --json            print a JSON object: figures, ratios to each peer, aims
  --rounds N        measurements of each server, in turns; the figures are medians [${ROUNDS}]
  --seconds N       length of each measurement [${SECONDS}]
  --no-peers        only ours (installs nothing)
  --dist FOLDER     the build to measure [dist]

The server runs on the first core, the load on the second, all on 127.0.0.1. Exit code ${UNSUPPORTED}: the scenario cannot be measured yet.

Scenarios:
${scenarios}
`
}

main().then(
  (code) => {
    process.exitCode = code
  },
  (error: unknown) => {
    const shown =
      error instanceof UsageError ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)
    say(shown)
    process.exitCode = error instanceof UsageError ? 2 : 1
  },
)

/**
 * What `npm test` consists of, in order. A check is one program that says yes or no and counts as one; a suite counts its own
 * tests and leaves a report. The checks are independent of one another and run two at a time.
 */
import { join } from 'node:path'
import { root } from './project.mjs'
import { tool } from './tools.mjs'

const TSCONFIGS = ['tsconfig.json', 'tsconfig.server.json', 'tsconfig.client.json', 'tsconfig.tests.json']
const script = (name) => [join(root, 'scripts', name)]

export const CHECKS = [
  { name: 'types', runs: TSCONFIGS.map((file) => [tool('typescript7', 'tsc'), '-p', file]) },
  { name: 'lint', runs: [[tool('@biomejs/biome', 'biome'), 'check', '--error-on-warnings', '--max-diagnostics=50', '.']] },
  { name: 'promises', runs: [[tool('oxlint'), '--type-aware', '--deny-warnings']] },
  { name: 'floors', runs: [script('check-floors.mjs')] },
  { name: 'clock', runs: [script('check-clock.mjs')] },
  { name: 'dead-code', runs: [[tool('knip'), '--no-progress', '--no-config-hints']] },
  { name: 'lock', runs: [script('check-lock.mjs')] },
  { name: 'licences', runs: [script('check-licences.mjs')] },
  { name: 'size', runs: [script('check-size.mjs')] },
]

const unitReport = join(root, '.cache', 'unit.json')
const e2eReport = join(root, '.cache', 'e2e.json')

export const SUITES = [
  {
    name: 'unit',
    args: [tool('vitest'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`],
    report: unitReport,
    count: (report) => ({
      passed: report.numPassedTests,
      failed: report.numFailedTests,
      skipped: report.numPendingTests + report.numTodoTests,
    }),
  },
  {
    name: 'e2e',
    args: [tool('@playwright/test', 'playwright'), 'test'],
    env: { E2E_REPORT: e2eReport },
    report: e2eReport,
    count: ({ stats }) => ({
      passed: stats.expected + stats.flaky,
      failed: stats.unexpected,
      skipped: stats.skipped,
      note: stats.flaky > 0 ? `${stats.flaky} passed only on a second try` : undefined,
    }),
  },
]

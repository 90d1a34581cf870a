import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'

const PROJECT = resolve(import.meta.dirname, '..')

function npmTest(cwd, ...steps) {
  return spawnSync(process.execPath, [join(cwd, 'scripts/test.mjs'), ...steps], { cwd, encoding: 'utf8' })
}

test('runs the steps that are named, and its last line is the sum', () => {
  const { status, stdout } = npmTest(PROJECT, 'licences', 'lock')
  expect(stdout.trimEnd().split('\n').at(-1)).toBe('2 passed, 0 failed')
  expect(status).toBe(0)
})

test('goes on after a failure, counts it and fails', () => {
  const folder = mkdtempSync(join(tmpdir(), 'test-command-'))
  cpSync(join(PROJECT, 'scripts'), join(folder, 'scripts'), { recursive: true })
  symlinkSync(join(PROJECT, 'node_modules'), join(folder, 'node_modules'))
  const needs = { dependencies: { a: '1' } }
  writeFileSync(
    join(folder, 'package-lock.json'),
    JSON.stringify({ packages: { '': needs, 'node_modules/b': { license: 'MIT', integrity: 'x' } } }),
  )
  const { status, stdout } = npmTest(folder, 'lock', 'licences')
  rmSync(folder, { recursive: true, force: true })
  expect(stdout).toMatch(/lock: FAILED[\s\S]*needs a, which is missing/)
  expect(stdout.trimEnd().split('\n').at(-1)).toBe('1 passed, 1 failed')
  expect(status).toBe(1)
})

test('knows no step of another name', () => {
  expect(npmTest(PROJECT, 'everything').status).toBe(1)
})

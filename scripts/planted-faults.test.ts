/**
 * The checks are checked: each must find the faults planted for it, and find nothing in the same tree without them. A check that
 * lost its teeth through a new version or a changed setting fails here.
 */
import { afterAll, describe, expect, test } from 'vitest'
import { CHECKS } from './lib/test-steps.mjs'
import { PlantedTree, type Verdict } from './testing/planted-tree'

const SOUND = {
  'package.json': '{\n  "name": "planted",\n  "type": "module"\n}\n',
  'package-lock.json': JSON.stringify({
    packages: { '': { dependencies: { a: '1' } }, 'node_modules/a': { integrity: 'sha512-x', license: 'MIT' } },
  }),
  'client/main.tsx': "import { greet } from './lib/greet'\n\nexport const Page = () => <p>{greet()}</p>\n",
  'client/lib/greet.ts': "import { word } from '../../shared/word'\n\nexport function greet() {\n  return word\n}\n",
  'shared/word.ts': "export const word = '好'\n",
  'server/main.ts': "import { work } from './services/work'\n\nwork().catch(() => process.exit(1))\n",
  'server/services/work.ts': 'export async function work() {\n  await Promise.resolve(new Date(0))\n}\n',
  'dist/client/.vite/manifest.json': JSON.stringify({
    'index.html': { file: 'assets/index.js', css: ['assets/index.css'] },
    'app/pages/HomePage.tsx': { file: 'assets/home.js', imports: ['index.html'] },
    'app/pages/SignInPage.tsx': { file: 'assets/sign-in.js', imports: ['index.html'] },
    'app/pages/WorkspacePage.tsx': { file: 'assets/workspace.js', imports: ['index.html'] },
    'i18n/later-words.ts': { file: 'assets/later-words.js' },
  }),
  'dist/client/index.html': '<script type="module" crossorigin src="/assets/index.js"></script>',
  'dist/client/assets/index.js': 'x',
  'dist/client/assets/index.css': 'x',
  'dist/client/assets/home.js': 'x',
  'dist/client/assets/later-words.js': 'x',
  'dist/client/assets/sign-in.js': 'x',
  'dist/client/assets/workspace.js': 'x',
}

const FAULTY: Record<string, string> = {
  ...SOUND,
  'package-lock.json': JSON.stringify({
    packages: {
      '': { dependencies: { a: '1' } },
      'node_modules/a': { integrity: 'sha512-x', license: 'GPL-3.0', optionalDependencies: { 'a-darwin': '1' } },
      'node_modules/b': { integrity: 'sha512-x', license: 'MIT', resolved: 'https://packages.example/b.tgz' },
    },
  }),
  // floors
  'shared/circle-a.ts': "import type { B } from './circle-b'\n\nexport type A = B | 1\n",
  'shared/circle-b.ts': "import type { A } from './circle-a'\n\nexport type B = { a: A }\n",
  'shared/barrel.ts': "export * from './word'\n",
  'shared/disk.ts': "import { readFileSync } from 'node:fs'\n\nexport const disk = readFileSync('x')\n",
  'client/lib/peek.ts': "import { work } from '../../server/services/work'\n\nexport const peek = work\n",
  'client/features/one/one.ts': "import { two } from '../two/two'\n\nexport const one = two\n",
  'client/features/two/two.ts': 'export const two = 2\n',
  'client/ui/high.ts': "import { two } from '../features/two/two'\n\nexport const high = two\n",
  'server/collab/hot.ts': "import { store } from '../storage/store'\n\nexport const hot = store\n",
  'server/storage/store.ts': 'export const store = 1\n',
  'server/http/door.ts': "import { store } from '../storage/store'\n\nexport const door = store\n",
  'shared/word.test.ts': "export const fake = '假'\n",
  'shared/leans.ts': "import { fake } from './word.test'\n\nexport const leans = fake\n",
  // types
  'shared/mistyped.ts': "export const mistyped: number = '1'\n",
  'shared/page.ts': 'export const page = document.title\n',
  'shared/unchecked.ts': 'export const unchecked = (list: string[]): string => list[0]\n',
  // promises
  'server/services/floats.ts': "import { work } from './work'\n\nexport function floats() {\n  work()\n}\n",
  'server/services/misused.ts':
    "import { work } from './work'\n\nexport function misused() {\n  if (work()) return 1\n  return [1].forEach(async () => work())\n}\n",
  // lint
  'server/services/talks.ts': "export const talks = () => console.log('x')\n",
  'server/services/anything.ts': 'export const anything = (x: any) => x\n',
  // clock
  'server/services/now.ts': 'export const now = () => [Date.now(), new Date(), setTimeout(() => 1, 1)]\n',
  // size
  'dist/client/assets/index.js': Array.from({ length: 90_000 }, (_, i) =>
    ((i * 2_654_435_761) % 4_294_967_296).toString(36),
  ).join(''),
}

const sound = new PlantedTree(SOUND)
const faulty = new PlantedTree(FAULTY)
afterAll(() => {
  sound.remove()
  faulty.remove()
})

const verdicts = new Map<string, Verdict>()
function verdictOn(tree: PlantedTree, name: string): Verdict {
  const check = CHECKS.find((one) => one.name === name)
  if (!check) throw new Error(`no check called ${name}`)
  const parts = check.runs.map((args) => tree.run(args))
  return { ok: parts.every((part) => part.ok), output: parts.map((part) => part.output).join('\n') }
}

function faultsFoundBy(name: string): Verdict {
  const verdict = verdicts.get(name) ?? verdictOn(faulty, name)
  verdicts.set(name, verdict)
  return verdict
}

test.each(CHECKS.map((check) => check.name))('%s finds nothing in a sound tree', (name) => {
  const { ok, output } = verdictOn(sound, name)
  expect(ok, output).toBe(true)
})

describe.each([
  ['floors', 'a circle, of types only', /no circle: .*circle-[ab]/],
  ['floors', 'a barrel', /no barrel: shared\/barrel/],
  ['floors', 'a Node builtin in shared', /shared: no builtin: shared\/disk/],
  ['floors', 'the client importing the server', /client and server meet in shared: client\/lib\/peek/],
  ['floors', 'a feature importing a feature', /features are islands: client\/features\/one/],
  ['floors', 'a lower floor importing a higher one', /floor: client\/ui: client\/ui\/high/],
  ['floors', 'the hot path importing an adapter', /floor: server\/collab: server\/collab\/hot/],
  ['floors', 'http importing storage', /floor: server\/http: server\/http\/door/],
  ['floors', 'an import of a test', /no import of a test: shared\/leans/],
  ['types', 'a wrong type', /mistyped\.ts.*TS2322/],
  ['types', 'the DOM in shared', /page\.ts.*TS2584/],
  ['types', 'an unchecked index', /unchecked\.ts.*TS2322/],
  ['promises', 'a floating promise', /no-floating-promises\)[\s\S]{0,300}floats\.ts/],
  ['promises', 'a promise as a condition', /no-misused-promises\)[\s\S]{0,300}misused\.ts:4/],
  ['promises', 'a promise in a callback that nobody awaits', /no-misused-promises\)[\s\S]{0,300}misused\.ts:5/],
  ['lint', 'console.log', /talks\.ts[\s\S]{0,80}noConsole/],
  ['lint', 'any', /anything\.ts[\s\S]{0,80}noExplicitAny/],
  ['clock', 'Date.now() on the server', /now\.ts:1: Date\.now/],
  ['clock', 'new Date() on the server', /now\.ts:1: new Date\(\)/],
  ['clock', 'a timer on the server', /now\.ts:1: setTimeout/],
  ['dead-code', 'a file nobody imports', /shared\/disk\.ts/],
  ['lock', 'a missing binary of a platform', /needs a-darwin, which is missing/],
  ['lock', 'a download address', /node_modules\/b has a download address/],
  ['licences', 'a licence that binds', /node_modules\/a: GPL-3\.0/],
  ['size', 'a shell over its budget', /sign-in .*OVER BUDGET/],
])('%s', (check, fault, message) => {
  test(`finds ${fault}`, () => {
    const verdict = faultsFoundBy(check)
    expect(verdict.output).toMatch(message)
    expect(verdict.ok).toBe(false)
  })
})

test('dead-code finds an export that nobody uses', () => {
  const tree = new PlantedTree({ ...SOUND, 'shared/word.ts': "export const word = '好'\nexport const neverUsed = 1\n" })
  const { ok, output } = verdictOn(tree, 'dead-code')
  tree.remove()
  expect(output).toMatch(/neverUsed/)
  expect(ok).toBe(false)
})

test('floors fails when it reads fewer modules than there are', () => {
  const blind = "module.exports = { forbidden: [], options: { exclude: { path: 'greet' }, tsPreCompilationDeps: true } }\n"
  const tree = new PlantedTree({ ...SOUND, '.dependency-cruiser.cjs': blind })
  const { ok, output } = verdictOn(tree, 'floors')
  tree.remove()
  expect(output).toMatch(/not read: client\/lib\/greet\.ts/)
  expect(ok).toBe(false)
})

/**
 * The floors of the house (ARCHITECTURE.md), as rules. Read a rule as "from may not know to". Tests may use `testing/` and reach
 * down as their subject does; `scripts/check-floors.mjs` runs this and also fails when fewer modules were read than there are.
 */
const TEST = '\\.test\\.tsx?$'
const anythingBut = (...folders) => ({
  path: '^(shared|server|client|e2e|bench)/',
  pathNot: folders.map((folder) => `^${folder}`),
})
/** `folder` (its tests aside) knows only itself, `shared` and the folders named. */
const floor = (folder, ...known) => ({
  name: `floor: ${folder}`,
  severity: 'error',
  from: { path: `^${folder}/`, pathNot: [TEST] },
  to: anythingBut(`${folder}/`, 'shared/', ...known),
})

module.exports = {
  forbidden: [
    { name: 'no circle', severity: 'error', from: {}, to: { circular: true } },
    { name: 'not resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    { name: 'no import of a test', severity: 'error', from: {}, to: { path: [TEST, '\\.spec\\.ts$'] } },
    {
      name: 'testing is for tests',
      severity: 'error',
      from: { pathNot: [TEST, '/testing/', '^e2e/', '^bench/'] },
      to: { path: '/testing/' },
    },
    {
      name: 'no barrel',
      severity: 'error',
      from: { path: '^(shared|server|client|e2e|bench)/' },
      to: { dependencyTypes: ['export'], path: '^(shared|server|client|e2e|bench)/' },
    },
    { name: 'no index file', severity: 'error', from: {}, to: { path: '/index\\.tsx?$', pathNot: 'node_modules' } },
    {
      name: 'shared: no builtin',
      severity: 'error',
      from: { path: '^shared/', pathNot: [TEST] },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'client: no builtin',
      severity: 'error',
      from: { path: '^client/', pathNot: [TEST, '/testing/'] },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no undeclared or development package in the product',
      severity: 'error',
      from: { path: '^(shared|server|client)/', pathNot: [TEST, '/testing/', '\\.d\\.ts$'] },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },

    { ...floor('shared'), from: { path: '^shared/' } },

    floor('server/platform'),
    floor('server/ports', 'server/platform/'),
    floor('server/collab', 'server/ports/', 'server/platform/'),
    floor('server/live', 'server/ports/', 'server/platform/'),
    floor('server/storage', 'server/ports/', 'server/platform/'),
    floor('server/exchange', 'server/ports/', 'server/platform/'),
    floor('server/fanout', 'server/ports/', 'server/platform/'),
    floor('server/services', 'server/ports/', 'server/platform/', 'server/auth/'),
    floor('server/auth', 'server/ports/', 'server/platform/', 'server/services/'),
    floor('server/http', 'server/services/', 'server/auth/', 'server/platform/', 'server/ports/'),
    floor('server/jobs', 'server/services/', 'server/platform/', 'server/ports/'),

    floor('client/lib', 'client/i18n/', 'client/ui/'),
    floor('client/i18n', 'client/lib/', 'client/ui/'),
    floor('client/ui', 'client/i18n/', 'client/lib/'),
    floor('client/net'),
    floor('client/collab', 'client/net/', 'client/lib/', 'client/i18n/', 'client/ui/'),
    floor('client/live', 'client/net/', 'client/lib/', 'client/i18n/', 'client/ui/'),
    floor('client/editor', 'client/collab/', 'client/lib/', 'client/i18n/', 'client/ui/'),
    floor('client/features', 'client/editor/', 'client/collab/', 'client/live/', 'client/lib/', 'client/i18n/', 'client/ui/'),
    floor(
      'client/app',
      'client/features/',
      'client/editor/',
      'client/collab/',
      'client/live/',
      'client/lib/',
      'client/i18n/',
      'client/ui/',
    ),
    {
      name: 'features are islands',
      severity: 'error',
      from: { path: '^client/features/([^/]+)/' },
      to: { path: '^client/features/', pathNot: '^client/features/$1/' },
    },

    { name: 'server and client meet in shared', severity: 'error', from: { path: '^server/' }, to: { path: '^client/' } },
    { name: 'client and server meet in shared', severity: 'error', from: { path: '^client/' }, to: { path: '^server/' } },
    {
      name: 'e2e knocks at the door',
      severity: 'error',
      from: { path: '^e2e/' },
      to: { path: '^(server|client|bench)/', pathNot: '^client/[^/]+/testing/' },
    },
    { name: 'bench knocks at the door', severity: 'error', from: { path: '^bench/' }, to: { path: '^(server|client|e2e)/' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|node_modules/\\.cache)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.tests.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
}

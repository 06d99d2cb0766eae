/** The rooms in the order of their dependencies: each imports only rooms that stand before it, through their index. */
const ROOMS = [
  'source',
  'errors',
  'io',
  'syntax',
  'schema',
  'model',
  'secrets',
  'delivery',
  'recovery',
  'monitoring',
  'cloud',
  'formats',
  'discover',
  'policy',
  'plan',
  'relate',
  'draft',
  'waivers',
  'assess',
  'reporters',
  'diagrams',
  'render',
  'compare',
  'run',
  'cli',
  'dev',
];

/** Folders of these rooms are strangers to each other; what they share stands in the folders named here. */
const SIBLINGS = { syntax: '(?:data|prose|query)', formats: '', reporters: 'parts' };

const walls = ROOMS.map((room, index) => ({
  name: `wall-${room}`,
  comment: `A room imports only rooms above it in ROOMS; move what both need upwards, or turn the import around.`,
  severity: 'error',
  from: { path: `^src/${room}/`, pathNot: '\\.test\\.ts$' },
  to: { path: `^src/(${ROOMS.slice(index + 1).join('|') || 'nothing'})/` },
}));

const doors = ROOMS.filter((room) => !['syntax', 'formats', 'reporters', 'schema'].includes(room)).map(
  (room) => ({
    name: `door-${room}`,
    comment: `A room is entered through its index.ts; export there what others need.`,
    severity: 'error',
    from: { path: '^src/', pathNot: [`^src/${room}/`, '^src/dev/', '/testing/', '\\.test\\.ts$'] },
    to: { path: `^src/${room}/`, pathNot: `^src/${room}/index\\.ts$` },
  }),
);

const folders = Object.entries(SIBLINGS).map(([room, shared]) => ({
  name: `strangers-${room}`,
  comment: `Folders inside ${room} never import each other; what two need belongs in a room above.`,
  severity: 'error',
  from: { path: `^src/${room}/([^/]+)/`, pathNot: '\\.test\\.ts$' },
  to: {
    path: `^src/${room}/[^/]+/`,
    pathNot: [`^src/${room}/$1/`, ...(shared ? [`^src/${room}/${shared}/`] : [])],
  },
}));

/** The packages that a scan runs, and that the bundle holds. */
const BUNDLED = [
  '@dagrejs/[^/]+',
  '@grafana/lezer-logql',
  '@lezer/[^/]+',
  '@open-policy-agent/opa-wasm',
  '@prometheus-io/lezer-promql',
  'chalk',
  'commander',
  'croner',
  'glob',
  'ignore',
  'js-yaml',
];
const bundled = `node_modules/(?:${BUNDLED.join('|')})/`;

export default {
  forbidden: [
    ...walls,
    ...doors,
    ...folders,
    {
      name: 'disk-and-clock',
      comment: 'Only io, cli and dev touch the disk, the clock, processes and the network.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/(io|cli|dev)/', '\\.test\\.ts$', '^src/policy/compile/'] },
      to: {
        dependencyTypes: ['core'],
        pathNot: '^(node:)?(crypto|path|url|buffer|util|net|zlib|worker_threads)$',
      },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: {
        orphan: true,
        path: '^src/',
        pathNot: ['nothing\\.cjs$', '\\.d\\.ts$', '^src/dev/', '\\.test\\.ts$'],
      },
      to: {},
    },
    {
      name: 'not-in-lockfile',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'unknown'] },
    },
    {
      name: 'only-bundled-packages-in-product',
      comment: 'src/policy/compile runs only when policies are built.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/dev/', '^src/policy/compile/', '\\.test\\.ts$', '/testing/'] },
      to: {
        path: 'node_modules/',
        dependencyTypesNot: ['type-only'],
        pathNot: bundled,
      },
    },
    {
      name: 'licence',
      comment: 'What we ship must be under a permissive licence.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/dev/', '\\.test\\.ts$'] },
      to: { path: bundled, licenseNot: 'MIT|Apache-2.0|ISC|BSD|BlueOak' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'types'] },
    exclude: { path: '/generated/' },
  },
};

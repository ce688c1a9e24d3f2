/**
 * The walls of the house. A server room may use rooms nearer to the log, never one farther from it:
 * log ← commit ← fanout, auth, gate ← ingest, http, socket ← main.
 */
const server = (...rooms) => `^server/(${rooms.join('|')})`;
const FAR = [
  'ingest/',
  'http/',
  'channel/',
  'socket\\.',
  'main\\.',
  'cli/',
  'upkeep\\.',
  'lapse\\.',
];
const NEAR = ['gate\\.', 'auth/', 'fanout\\.'];
const COMMIT = [
  'reveal\\.',
  'commit\\.',
  'draft\\.',
  'restore\\.',
  'model\\.',
  'live\\.',
  'history\\.',
];
const wall = (name, from, to, extra = {}) => ({
  name,
  severity: 'error',
  from: { path: from },
  to: { path: to, ...extra },
});

module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    wall('client-and-server-never-meet', '^client/', '^server/'),
    wall('server-and-client-never-meet', '^server/', '^client/'),
    wall('shared-is-pure', '^shared/', '^(client|server|test)/'),
    {
      // Pure libraries only: schemas, persistent tables, geometry, an index of names.
      name: 'shared-imports-pure-libraries-only',
      severity: 'error',
      from: { path: '^shared/' },
      to: {
        dependencyTypes: ['npm', 'npm-dev', 'core', 'npm-optional', 'npm-peer'],
        pathNot: 'node_modules/(zod|immutable|@turf|flatbush|geojson|@types/geojson)/',
      },
    },
    {
      name: 'only-link-knows-the-socket',
      severity: 'error',
      from: { path: '^client/', pathNot: '^client/link\\.ts$' },
      to: { path: 'node_modules/socket\\.io-client/' },
    },
    {
      name: 'panels-and-layers-never-touch-the-link',
      severity: 'error',
      from: { path: '^client/(panel|map|part)/' },
      to: { path: '^client/link\\.ts$' },
    },
    wall('log-is-the-bottom', server('log/'), server(...COMMIT, ...NEAR, ...FAR)),
    wall('commit-knows-only-the-log', server(...COMMIT), server(...NEAR, ...FAR)),
    wall('gate-auth-fanout-know-no-door', server(...NEAR), server(...FAR)),
    {
      // Promise P3: whoever asks for a message to be sent cannot reach what sends it.
      name: 'only-the-outlet-has-transports',
      severity: 'error',
      from: { pathNot: '^(server/channel/(outlet\\.|transport/)|test/)' },
      to: { path: '^server/channel/(transport/|pass\\.)' },
    },
    {
      name: 'only-its-transport-sends-mail',
      severity: 'error',
      from: { pathNot: '^(server/channel/transport/smtp\\.|test/)' },
      to: { path: 'node_modules/(@types/)?nodemailer/' },
    },
    {
      name: 'main-is-nobody-elses',
      severity: 'error',
      from: { pathNot: '^test/' },
      to: { path: '^server/main\\.ts$' },
    },
    {
      name: 'program-never-imports-tests',
      severity: 'error',
      from: { pathNot: '^test/' },
      to: { path: '^test/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'default'] },
  },
};

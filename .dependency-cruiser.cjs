// The floor plan. Each room lists the rooms it may enter; nothing else opens.
const ROOMS = {
  sites: [],
  catalog: ['sites'],
  payments: ['sites'],
  messages: ['sites'],
  floor: ['sites', 'catalog'],
  inventory: ['sites', 'catalog', 'floor'],
  epcis: ['sites', 'catalog', 'floor', 'inventory'],
  orders: ['sites', 'catalog', 'inventory', 'payments'],
  recommendations: ['sites', 'catalog', 'floor', 'inventory'],
  picking: ['sites', 'catalog', 'floor', 'inventory', 'orders'],
  conveyor: ['sites', 'catalog', 'orders', 'picking'],
  'queue-health': ['sites', 'inventory', 'orders', 'messages', 'conveyor'],
  replenishment: ['sites', 'catalog', 'inventory', 'orders', 'picking'],
  downstream: ['sites', 'inventory', 'messages', 'queue-health'],
  // The house itself: its processes, parts and sizes.
  system: ['conveyor', 'queue-health'],
  // The day in figures: adds up what the rooms of the floor know.
  figures: [
    ...['sites', 'catalog', 'inventory', 'orders', 'picking', 'conveyor', 'queue-health', 'replenishment'],
    'messages',
  ],
}
// Reads them all, writes nothing of its own.
ROOMS.support = Object.keys(ROOMS)

const TEST = '\\.(test|spec)\\.tsx?$'
// Files a browser may load: shapes, event names and pure decisions.
// A noun file that outgrows its size is split by what it is about: [a-z-]+-schema.ts.
const NOUN = '(schema|[a-z-]+-schema|events)\\.ts$'
const ISOMORPHIC = `^lib/[^/]+/(${NOUN}|rules/)`
// The functions of the night shift, by their names: an effect when something happened, or every so often.
const JOB = '^inngest/[^/]+-(when|every)-[^/]+$'
// What opens and closes the house, and the tools outside it.
const OUTSIDE = '^(server|simulate|bench|chaos|scripts|e2e|prisma)/|^[^/]+\\.(ts|mjs|cjs)$'

const roomWalls = Object.entries(ROOMS).map(([room, mayEnter]) => ({
  name: `${room}-enters-only-its-own-doors`,
  comment:
    `${room} may enter ${mayEnter.join(', ') || 'no other room'} and platform. To reach a room that depends on you, write an outbox ` +
    'event in your transaction and let the night shift act.',
  severity: 'error',
  from: { path: `^lib/${room}/`, pathNot: TEST },
  to: { path: '^lib/', pathNot: `^lib/(${[room, ...mayEnter, 'platform'].join('|')})/` },
}))

module.exports = {
  forbidden: [
    ...roomWalls,
    {
      name: 'every-room-is-on-the-plan',
      comment:
        'A new room gets a line in ROOMS above: which rooms may it enter? A room appears with its first table or decision.',
      severity: 'error',
      from: { path: '^lib/', pathNot: `^lib/(${[...Object.keys(ROOMS), 'platform', 'testing'].join('|')})/` },
      to: {},
    },
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or hide a third one that both need.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'lib-knows-no-framework',
      comment:
        'Decisions outlive frameworks: pass in what you need, or move the code to the door that has it.',
      severity: 'error',
      from: { path: '^lib/' },
      to: {
        path: '^(app|components|inngest|e2e)/|node_modules/(next|react|inngest)/',
        pathNot: 'better-auth',
      },
    },
    {
      name: 'platform-knows-no-room',
      comment: 'Plumbing serves every room and knows none: give it what it needs as an argument.',
      severity: 'error',
      from: { path: '^lib/platform/', pathNot: TEST },
      to: { path: '^lib/', pathNot: '^lib/platform/' },
    },
    {
      name: 'rules-are-pure',
      comment: 'rules/ may read only other rules and schema types: no clock, database, network or package.',
      severity: 'error',
      from: { path: '^lib/[^/]+/rules/', pathNot: TEST },
      to: { pathNot: ISOMORPHIC },
    },
    {
      name: 'isomorphic-files-stay-isomorphic',
      comment: 'schema.ts and events.ts ship to the browser, so they may read only zod and each other.',
      severity: 'error',
      from: { path: `^lib/[^/]+/${NOUN}` },
      to: { pathNot: `${ISOMORPHIC}|node_modules/zod/` },
    },
    {
      name: 'only-db-ts-opens-prisma',
      comment:
        'One pool for a process: take `db`, `pool` or `statement` from lib/platform/db.ts. Types may come from anywhere.',
      severity: 'error',
      from: { pathNot: `^lib/platform/db\\.ts$|${OUTSIDE}` },
      to: { path: 'node_modules/@prisma/|^prisma/generated/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'only-platform-speaks-pg',
      comment:
        'A connection of your own is one that nobody closes: take `pool` or `statement` from lib/platform/db.ts.',
      severity: 'error',
      from: { path: '^(app|components|inngest|lib)/', pathNot: `^lib/(platform|testing)/|${TEST}` },
      to: { path: 'node_modules/pg/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'doors-do-not-touch-the-database',
      comment:
        'A door asks who it is, parses, and calls one verb or query of a room. Only the engine and the relay, which are plumbing, have SQL.',
      severity: 'error',
      from: { path: '^(app|components|inngest)/', pathNot: `^inngest/(engine|relay)/|${TEST}` },
      to: { path: '^lib/platform/db\\.ts$' },
    },
    {
      name: 'components-load-only-isomorphic-lib',
      comment:
        'What people look at runs in their browser: of a room it may load schema.ts, events.ts and rules/.',
      severity: 'error',
      from: { path: '^components/', pathNot: TEST },
      to: { path: '^lib/', pathNot: `${ISOMORPHIC}|^lib/platform/live-change\\.ts$` },
    },
    {
      name: 'components-do-not-reach-up',
      comment:
        'A page gives a component what it shows. Only the shapes of runs are read where they are made.',
      severity: 'error',
      from: { path: '^components/' },
      to: {
        path: '^(app|inngest|prisma|e2e|server|simulate)/',
        pathNot: '^inngest/engine/schema\\.ts$',
      },
    },
    {
      name: 'features-meet-on-the-page',
      comment:
        'Two rooms of components meet in a page, or what they share is a part of ui/ or live/. What a phone does the same way for ' +
        'tours, counts, stows and moves is scan/ (one scanner) and outbox/ (one outbox): two of either would lose scans to each other.',
      severity: 'error',
      from: { path: '^components/([^/]+)/' },
      to: { path: '^components/', pathNot: '^components/($1|ui|live|scan|outbox)/' },
    },
    {
      name: 'phone-parts-know-no-screen',
      comment:
        'components/scan and components/outbox serve every screen of the floor: what is scanned and what is answered is told to the screen.',
      severity: 'error',
      from: { path: '^components/(scan|outbox)/' },
      to: { path: '^components/', pathNot: '^components/($1|ui|live)/' },
    },
    {
      name: 'ui-knows-no-warehouse',
      comment: 'components/ui could ship as a library of its own.',
      severity: 'error',
      from: { path: '^components/ui/' },
      to: { path: '^(lib|components)/', pathNot: '^components/ui/' },
    },
    {
      name: 'jobs-call-lib-not-each-other',
      comment:
        'A function of the night shift calls verbs of rooms; another function hears of it by an event.',
      severity: 'error',
      from: { path: JOB, pathNot: TEST },
      to: { path: `^(app|components)/|^inngest/engine/|${JOB}` },
    },
    {
      name: 'the-engine-knows-no-job',
      comment:
        'inngest/engine could run any functions: it is given them, and reaches nothing of ours but the database.',
      severity: 'error',
      from: { path: '^inngest/engine/', pathNot: TEST },
      to: {
        path: '^(app|components|inngest|lib|server|simulate)/',
        pathNot: '^inngest/engine/|^lib/platform/',
      },
    },
    {
      name: 'support-only-reads',
      comment:
        'Support shows what other rooms know: queries, shapes and rules. An action is a verb of the room that it changes.',
      severity: 'error',
      from: { path: '^lib/support/', pathNot: TEST },
      to: {
        path: '^lib/',
        pathNot: '^lib/(support|platform)/|^lib/[^/]+/((queries|schema|events)\\.ts$|rules/)',
      },
    },
    {
      name: 'nobody-imports-an-opener',
      comment: 'server.ts and server/ open the house; what two of its parts need belongs in lib/platform.',
      severity: 'error',
      from: { path: '^(app|components|inngest|lib|simulate)/' },
      to: { path: '^server/|^(server|night-shift)\\.ts$' },
    },
    {
      name: 'the-client-stays-outside',
      comment: 'simulate/ is a customer: it knows the public API and no room behind it.',
      severity: 'error',
      from: { path: '^simulate/', pathNot: TEST },
      to: {
        path: '^(app|components|inngest|lib|prisma|server)/',
        pathNot: `${ISOMORPHIC}|^lib/platform/environment\\.ts$`,
      },
    },
    {
      name: 'fixtures-stay-out-of-production',
      comment: 'Only tests may load tests and their fixtures.',
      severity: 'error',
      from: { pathNot: `${TEST}|^(lib/testing|e2e|bench|chaos)/|^[^/]+\\.config\\.ts$` },
      to: { path: `^lib/testing/|^e2e/|${TEST}` },
    },
    {
      name: 'no-dumping-grounds',
      comment: 'Name the file after what it answers or does; a drawer for everything is found by nobody.',
      severity: 'error',
      from: {},
      to: {
        path: '[/-](util|utils|helper|helpers|misc|common|shared|manager|service|handler|processor|base|core|data|index)\\.tsx?$',
        pathNot: 'node_modules',
      },
    },
    {
      name: 'no-dead-rooms',
      comment: 'A file nobody imports is unfinished or finished with. Entry points are the exception.',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: `${TEST}|^(app|e2e|prisma|bench|chaos|lib/testing)/|^[^/]+\\.ts$|\\.d\\.ts$`,
      },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules|^prisma/generated' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
  },
}

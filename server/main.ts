import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { Router } from 'express';
import { pino } from 'pino';
import { dayInBrussels } from '../shared/day.ts';
import { clearanceByKind } from '../shared/geo/clearance.ts';
import { requestKey } from '../shared/subject/camera/schema.ts';
import type { Settings } from '../shared/settings.ts';
import type { Plan } from '../shared/subject.ts';
import { subjects } from '../shared/registry.ts';
import { isCleared, viewOf } from '../shared/role.ts';
import type { Roles } from '../shared/roles.ts';
import { ACCOUNTS, accountsModel } from './auth/account.ts';
import { openAuth, type Who } from './auth/auth.ts';
import { openSignInLimit } from './auth/limit.ts';
import { keysFirst } from './anpr/keys-first.ts';
import { openPlates } from './anpr/open.ts';
import { openVault } from './anpr/vault/open.ts';
import { openCalling } from './channel/open.ts';
import { answerSecret, openTokens } from './channel/token.ts';
import { openCommit } from './commit.ts';
import { seedDirectory } from './directory/seed.ts';
import { readConfig } from './config.ts';
import { openFanout, RING } from './fanout.ts';
import { fieldHosts } from './geo/field.ts';
import { placed } from './geo/ground.ts';
import { openGeo } from './geo/open.ts';
import { openGate } from './gate.ts';
import { openHistory } from './history.ts';
import { accountsRouter, peopleRouter } from './http/accounts.ts';
import { answersRouter, outboxRouter } from './http/alarm.ts';
import { anprRouter } from './http/anpr.ts';
import { listImportRouter, listsRouter } from './http/anpr-lists.ts';
import { makeApp } from './http/app.ts';
import { answerBroken } from './http/broken.ts';
import { fieldRouter } from './http/field.ts';
import { geoRouter } from './http/geo.ts';
import { directoryFiles, directoryImport } from './http/directory.ts';
import { healthRouter } from './http/health.ts';
import { makeOpenApi } from './http/openapi.ts';
import { planRouter } from './http/plan.ts';
import { positionsRouter } from './http/positions.ts';
import { sessionRouter, whoSends } from './http/session.ts';
import { settingsRouter } from './http/settings.ts';
import { spacesRouter } from './http/spaces.ts';
import { readAnprFeed } from './ingest/anpr/feed.ts';
import { brokerOf, openMqtt } from './ingest/anpr/mqtt.ts';
import { anprRouter as platesRouter } from './ingest/anpr/route.ts';
import { readCapFeed } from './ingest/cap.ts';
import { cotReader } from './ingest/cot.ts';
import { readDatexMapping } from './ingest/datex.ts';
import { readMappings } from './ingest/mapping.ts';
import { featureReader, readPositionFeed } from './ingest/positions.ts';
import { ingestRouter } from './ingest/route.ts';
import { openLapse } from './lapse.ts';
import { openLog } from './log/open.ts';
import { connectTo } from './log/redis-connection.ts';
import { spaceModel } from './live.ts';
import { openMetrics } from './metrics.ts';
import { openPlan } from './plan/open.ts';
import { openPositions } from './position/positions.ts';
import { openReveal } from './reveal.ts';
import { openSockets } from './socket.ts';
import { openUpkeep } from './upkeep.ts';
import packageJson from '../package.json' with { type: 'json' };

/** The composition root: the only file that knows all the others. Data flows from top to bottom. */
export interface StartOptions {
  config?: string;
  data?: string;
  redisUrl?: string | undefined;
  port?: number | undefined;
  host?: string | undefined;
  demo?: boolean;
  /** Puts the directory that is shipped into a log that has none yet. */
  seed?: boolean;
  /** Where channels lead, and the secrets of this installation: `BELFRY_SMTP_URL` and so on. */
  env?: Readonly<Record<string, string | undefined>>;
  /** Folder of the built console. */
  client?: string;
  quiet?: boolean;
}

export interface Belfry {
  url: string;
  /** Signs the first person in; only until somebody has chosen a password. */
  firstLink: string | undefined;
  /** Reads the files of the plan again, as it does by itself when they change. */
  reloadPlan(): void;
  close(): Promise<void>;
}

const LIVE = 'live';

export async function start(options: StartOptions = {}): Promise<Belfry> {
  const { demo = false } = options;
  const logger = pino({ level: options.quiet ? 'silent' : 'info' });
  const warn = (message: string, error?: unknown) => logger.warn({ err: error }, message);
  const configFolder = resolve(options.config ?? 'config');
  const { belfry, roles, incidentTypes, layers } = readConfig(configFolder);
  const inForce = await openPlan({ config: configFolder, warn, env: options.env ?? {} });
  const priorities = new Map(incidentTypes.map((type) => [type.id, type.priority]));
  const mappings = readMappings(configFolder, priorities);
  const dataDir = resolve(options.data ?? belfry.data.folder);
  const { field: fieldMap, ...view } = belfry.map;
  const geo = await openGeo({ config: configFolder, data: dataDir, layers, fieldMap, warn });
  const { ground } = geo;
  const cap = readCapFeed(configFolder);
  const datex = readDatexMapping(configFolder, priorities);
  const positionFeed = readPositionFeed(configFolder, Object.keys(roles.restrictions));
  const secure = belfry.http.behindTls && !demo;

  // Everything rests on the log.
  const { redisUrl } = options;
  const bare = await openLog({ redisUrl, dataDir, warn });
  // Beside it the keys of what is sealed in it.
  const vault = await openVault({ redisUrl, dataDir, warn });
  const log = keysFirst(bare, vault);
  const reveal = openReveal(vault.open);
  // Short-lived things that all processes share: how often somebody guessed a password.
  const counters = redisUrl ? connectTo(redisUrl) : undefined;
  counters?.on('error', () => {}); // The limit then counts in memory; the log says that Redis is gone.
  await counters?.connect();
  const metrics = openMetrics({
    head: () => live.now().seq,
    sockets: () => sockets.count(),
    fresh: () => live.fresh(),
    waiting: () => live.waiting(),
  });
  const accounts = await openCommit({ log, space: ACCOUNTS, model: accountsModel, warn });
  const live = await openCommit({
    log,
    space: LIVE,
    model: spaceModel,
    warn,
    onAppend: metrics.onAppend,
  });

  // The door.
  const auth = openAuth({ commit: accounts, roles, demo, sessionHours: belfry.session.hours });
  const lists = {
    incidentTypes: incidentTypes.map((type) => type.id),
    restrictions: Object.keys(roles.restrictions),
    clearances: clearanceByKind(layers),
  };
  const plan = (): Plan => ({ ...lists, crisis: inForce.current() });
  const gate = openGate({
    spaces: new Map([[LIVE, live]]),
    plan,
    reveal,
    onCommand: metrics.onCommand,
  });
  const who = (headers: Parameters<typeof whoSends>[0]) => whoSends(headers, auth, secure);

  // The way out.
  const seed = await log.read(LIVE, Math.max(0, live.now().seq - RING), RING);
  const fanout = openFanout({
    commit: live,
    seed: seed.filter((entry) => entry.seq <= live.now().seq),
    emitBatch: (room, batch) => sockets.emitBatch(room, batch),
    emitBeat: (room, beat) => sockets.emitBeat(room, beat),
    reveal,
    tick: belfry.link.tickMilliseconds,
    beat: belfry.link.beatSeconds,
  });
  const system = systemWho(roles);
  const positions = await openPositions({
    commit: live,
    gate,
    who: system,
    emit: (room, batch, whole) => sockets.emitPositions(room, batch, whole),
    redisUrl,
    config: belfry,
  });
  const lanes = new Map([[LIVE, positions.lane]]);
  const plates = await openPlates({
    ...{ commit: live, gate, who: system, log, vault, dataDir, redisUrl, warn },
    ...{ config: configFolder, settings: belfry.anpr, restrictions: lists.restrictions },
  });
  const { catalogue, looks, access, reads } = plates;
  const platesIn = {
    ...{ catalogue, feed: readAnprFeed(configFolder), take: plates.take, sign: plates.sign },
    count: metrics.onPlateRead,
    byToken: auth.byToken,
  };
  const hotLists = { lists: plates.lists, logAccess: plates.logAccess };
  // The way out to people. Only the live space has one that leaves the house.
  const env = options.env ?? {};
  const hookSecret = env['BELFRY_HOOK_SECRET'];
  const answering = answerSecret(hookSecret, redisUrl ? undefined : dataDir);
  const tokens = answering && openTokens(answering);
  if (!tokens) warn('BELFRY_HOOK_SECRET is not set: messages hold no link to answer by');
  const calling = openCalling({
    ...{ commit: live, gate, who: system, plan: inForce.current, warn },
    ...{ env, demo, incidentTypes, tokens, publicUrl: belfry.http.publicUrl },
  });
  const outlets = new Map([[LIVE, calling.outlet]]);
  const history = openHistory(log);
  const lay = () =>
    void history.warm(live).catch((error: unknown) => warn('history not laid', error));
  // Again now and then, for what came since.
  const layer = setInterval(lay, 10 * 60_000);

  // The ways in.
  const directory = { gate, commit: live, plan };
  const settings: Settings = {
    incidentTypes,
    restrictions: roles.restrictions,
    roles: Object.fromEntries(Object.entries(roles.roles).map(([id, role]) => [id, role.title])),
    feeds: Object.fromEntries([...mappings.values(), datex].map((feed) => [feed.id, feed.title])),
    map: view,
    municipalities: geo.municipalities,
    layers: [...ground.layers],
    demo,
  };
  const openApi = Router().get('/', (_request, response) => void response.json(document));
  const document = makeOpenApi(packageJson.version);
  const app = makeApp({
    who,
    health: healthRouter({
      ready: () => (live.fresh() ? { ready: true } : { ready: false, why: 'log-unavailable' }),
      metrics,
    }),
    streams: [
      ['/directory', directoryImport(directory)],
      ['/alarm', answersRouter({ gate, spaces: [live], tokens, secret: hookSecret, who: system })],
      ['/anpr/lists', listImportRouter(hotLists)],
      ['/ingest', platesRouter(platesIn)],
      [
        '/ingest',
        ingestRouter({
          mappings,
          datex,
          cap,
          priorities,
          submit: (sender, command) => gate.submitChecked(sender, LIVE, placed(ground, command)),
          positions: {
            feature: featureReader(positionFeed, belfry.positions, Date.now),
            events: cotReader(positionFeed, belfry.positions, Date.now),
            take: positions.lane.take,
          },
        }),
      ],
    ],
    routes: [
      ['/openapi.json', openApi],
      ['/spaces', outboxRouter(gate, outlets)],
      [
        '/session',
        sessionRouter({
          auth,
          limit: openSignInLimit(counters),
          demo,
          secure,
          hours: belfry.session.hours,
        }),
      ],
      ['/accounts', accountsRouter(auth)],
      ['/people', peopleRouter(auth, roles, demo)],
      ['/spaces', positionsRouter(gate, lanes)],
      ['/spaces', spacesRouter({ gate, log, history, reveal })],
      [
        '/geo',
        geoRouter({
          store: ground,
          today: () => dayInBrussels(Date.now()),
          requested({ actor, view }, incident, camera) {
            const key = requestKey(incident, camera, actor.id);
            const { camera: asked, incident: known } = live.now().state;
            const request = asked.requests.get(key);
            // A request counts while what it was for goes on.
            if (known.incidents.get(incident)?.status === 'closed') return false;
            return request !== undefined && isCleared(view, request.restrictions);
          },
        }),
      ],
      ['/plan', planRouter(inForce)],
      ['/anpr/lists', listsRouter(hotLists)],
      [
        '/anpr',
        anprRouter({ looks, access, reads, vault, cameras: plates.cameras, health: plates.health }),
      ],
      ['', directoryFiles(directory)],
      ['', fieldRouter(geo.field)],
      ['', settingsRouter(settings)],
    ],
    behindTls: secure,
    mapHosts: fieldHosts(fieldMap),
    client: resolve(options.client ?? 'dist'),
    log: (message, error) => logger.error({ err: error }, message),
  });
  const server = createServer(
    { requestTimeout: 60_000, headersTimeout: 15_000, connectionsCheckingInterval: 5_000 },
    app,
  );
  server.on('clientError', answerBroken);
  const sockets = openSockets({
    ...{ server, who, gate },
    fanouts: new Map([[LIVE, fanout]]),
    lanes,
  });
  accounts.onApplied(() => sockets.recheck());
  const broker = brokerOf(platesIn.feed.mqtt, env);
  const { topics, client } = platesIn.feed.mqtt;
  const several = redisUrl !== undefined;
  const mqtt = broker
    ? openMqtt({ ...platesIn, url: broker, topics, client, several, who: system, warn })
    : undefined;
  const upkeep = openUpkeep(gate, live, belfry.upkeep, system);
  const lapse = openLapse(gate, live, system);

  if (options.seed) await seedDirectory({ config: configFolder, space: LIVE, gate, who: system });

  if (demo) await auth.demoAccounts();
  const link = demo ? undefined : await auth.firstLink();

  const port = options.port ?? belfry.http.port;
  // Passwords that everybody knows stay on this machine.
  const host = demo ? '127.0.0.1' : (options.host ?? belfry.http.host);
  await new Promise<void>((ready, failed) => {
    server.once('error', failed);
    server.listen(port, host, ready);
  });
  const url = `http://localhost:${(server.address() as AddressInfo).port}`;
  logger.info({ url, demo, head: live.now().seq }, 'listening');
  lay();

  return {
    url,
    firstLink: link && `${url}/#/enter/${link}`,
    reloadPlan: () =>
      void inForce.reload().catch((error: unknown) => warn('plan not read again', error)),
    async close() {
      await mqtt?.close();
      upkeep.close();
      await calling.close();
      lapse.close();
      clearInterval(layer);
      history.close();
      fanout.close();
      await positions.close();
      geo.close();
      inForce.close();
      await sockets.close();
      server.closeAllConnections();
      await plates.close();
      await live.close();
      await accounts.close();
      await vault.close();
      counters?.destroy();
      await log.close();
    },
  };
}

/** The system's own hand: may do and see everything, under its own name. */
function systemWho(roles: Roles): Who {
  const every: Who['role'] = {
    title: { nl: 'Systeem', fr: 'Système', en: 'System' },
    may: ['*'],
    sees: Object.keys(subjects),
    cleared: Object.keys(roles.restrictions),
    rights: [],
    machine: true,
  };
  const actor = { id: 'system', name: 'Belfry', role: 'system' };
  return { account: undefined as never, actor, role: every, view: viewOf(every) };
}

if (import.meta.main) {
  const { env } = process;
  const demo = env['BELFRY_DEMO'] === '1';
  const belfry = await start({
    ...(env['BELFRY_CONFIG'] ? { config: env['BELFRY_CONFIG'] } : {}),
    ...(env['BELFRY_DATA'] ? { data: env['BELFRY_DATA'] } : {}),
    ...(env['BELFRY_CLIENT'] ? { client: env['BELFRY_CLIENT'] } : {}),
    redisUrl: env['BELFRY_REDIS_URL'],
    seed: true,
    port: env['BELFRY_PORT'] === undefined ? undefined : Number(env['BELFRY_PORT']),
    host: env['BELFRY_HOST'],
    demo,
    env,
  }).catch((error: unknown) => {
    console.error(error instanceof Error ? `${error.name}: ${error.message}` : error);
    process.exit(1);
  });
  console.log(
    `\nBelfry  ${belfry.url}${demo ? '   DEMO: user = role, password = belfry-demo-<role>' : ''}`,
  );
  if (belfry.firstLink) console.log(`Sign in for the first time:  ${belfry.firstLink}\n`);
  process.on('SIGHUP', belfry.reloadPlan);
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      if (stopping) process.exit(1);
      stopping = true;
      void belfry.close().then(() => process.exit(0));
    });
}

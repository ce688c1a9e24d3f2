import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import type { AnprCamera, CameraHealth } from '../../shared/anpr/camera.ts';
import { exactPlate } from '../../shared/anpr/lookback-rules.ts';
import { Export, LookQuery } from '../../shared/anpr/lookback.ts';
import type { Crop } from '../../shared/anpr/read.ts';
import { problems } from '../../shared/command.ts';
import { Instant } from '../../shared/entry.ts';
import { refuse } from '../../shared/refusal.ts';
import type { AccessLog, NewRow } from '../anpr/access.ts';
import { toCsv, toHtml } from '../anpr/export.ts';
import type { Looks } from '../anpr/looks.ts';
import type { ReadStore } from '../anpr/store.ts';
import type { Vault } from '../anpr/vault.ts';
import type { Result, Who } from '../auth/auth.ts';
import { forRight, forWho, langOf, sendRefusal } from './answer.ts';

/**
 * Plate reading over HTTP beside its lists: cameras and flow (no plates), looking back, pictures, and who
 * looked at what. No address holds a plate: proxies write addresses down.
 */
export interface AnprOptions {
  looks: Looks;
  access: AccessLog;
  reads: Pick<ReadStore, 'flow'>;
  vault: Pick<Vault, 'fingerprint'>;
  cameras(): readonly AnprCamera[];
  health(): readonly CameraHealth[];
}

const FLOW_MS = 48 * 3_600_000;
const WHATS = [
  ...(['look', 'refused', 'export', 'picture', 'list-read', 'list-export'] as const),
  ...(['deletion', 'access-read'] as const),
] as const;
const Period = z.strictObject({ from: Instant, until: Instant });
const Number10 = z.union([
  z.int().min(1),
  z
    .string()
    .regex(/^\d{1,10}$/)
    .transform(Number),
]);
const Asked = z.strictObject({
  actor: z.string().min(1).max(120).optional(),
  what: z.enum(WHATS).optional(),
  case: z.string().min(1).max(80).optional(),
  plate: z.string().min(1).max(24).optional(),
  from: Instant.optional(),
  until: Instant.optional(),
  before: Number10.optional(),
  limit: Number10.pipe(z.int().min(1).max(500)).default(100),
});

export function anprRouter(options: AnprOptions): Router {
  const { looks, access, reads, vault, cameras, health } = options;
  const router = Router();

  router.get(
    '/cameras',
    forRight('anpr-flow', (_request, response) => {
      // Names of devices are what a camera proves itself by: not for screens.
      const told = cameras().map((camera) => ({ ...camera, devices: [] }));
      response.json({ cameras: told, health: health() });
    }),
  );

  router.get(
    '/flow',
    forRight('anpr-flow', async (request, response) => {
      const asked = Period.safeParse(request.query);
      if (!asked.success) return sendInvalid(request, response, asked.error);
      const { from, until } = asked.data;
      const length = Date.parse(until) - Date.parse(from);
      if (length < 0 || length > FLOW_MS)
        return sendRefusal(request, response, refuse('invalid', 'until'));
      response.json(await reads.flow(from, until));
    }),
  );

  router.post(
    '/looks',
    forWho(async (request, response, who) => {
      const refused = async (refusal: ReturnType<typeof refuse>) =>
        send(request, response, await looks.refused(who, refusal), () => undefined);
      if (!who.role.rights.includes('anpr-lookback')) return refused(refuse('forbidden'));
      const asked = LookQuery.safeParse(request.body);
      if (!asked.success) {
        const { refusal, issues } = problems(asked.error, []);
        const told = await looks.refused(who, refusal);
        return told.ok ? undefined : sendRefusal(request, response, told.refusal, issues);
      }
      send(request, response, await looks.look(who, asked.data), (answer) => response.json(answer));
    }),
  );

  router.post(
    '/looks/:access/export',
    forRight('anpr-lookback', async (request, response, who) => {
      const body: unknown = request.body;
      const id = String(request.params['access']);
      const asked = Export.safeParse({ access: id, ...(body as object) });
      if (!asked.success) return sendInvalid(request, response, asked.error);
      if (asked.data.access !== id)
        return sendRefusal(request, response, refuse('invalid', 'access'));
      const html = request.accepts(['text/csv', 'text/html']) === 'text/html';
      send(request, response, await looks.export(who, asked.data), ({ rows, mark }) => {
        const known = new Map(cameras().map((camera) => [camera.id, camera]));
        const write = html ? toHtml : toCsv;
        const how = html ? 'inline' : 'attachment';
        response.set({
          'content-type': `text/${html ? 'html' : 'csv'}; charset=utf-8`,
          'content-disposition': `${how}; filename="belfry-anpr-${mark.seq}.${html ? 'html' : 'csv'}"`,
        });
        response.send(write(rows, mark, known, langOf(request)));
      });
    }),
  );

  router.get(
    '/looks/:access/pictures/:read',
    forRight('anpr-lookback', async (request, response, who) => {
      const { access: id, read } = request.params;
      const picture = await looks.picture(who, String(id), String(read));
      send(request, response, picture, (crop) => sendPicture(response, crop));
    }),
  );

  router.get(
    '/alerts/:alert/earlier',
    forWho(async (request, response, who) => {
      const earlier = await looks.earlier(who, String(request.params['alert']));
      send(request, response, earlier, (answer) => response.json(answer));
    }),
  );

  router.get(
    '/alerts/:alert/pictures/:read',
    forWho(async (request, response, who) => {
      const { alert, read } = request.params;
      const picture = await looks.alertPicture(who, String(alert), String(read));
      send(request, response, picture, (crop) => sendPicture(response, crop));
    }),
  );

  async function sendAccess(request: Request, response: Response, who: Who, input: unknown) {
    const asked = Asked.safeParse(input ?? {});
    if (!asked.success) return sendInvalid(request, response, asked.error);
    const { plate, ...filter } = asked.data;
    const normal = plate === undefined ? undefined : exactPlate(plate);
    if (normal === '') return sendRefusal(request, response, refuse('look-wildcard', 'plate'));
    const fingerprint = normal && vault.fingerprint(normal);
    const { actor, what, case: number, from, until } = filter;
    const found = await access.rows({ ...filter, fingerprint });
    const row: NewRow = {
      ...{ what: 'access-read', case: number, fingerprint, from, until },
      reason: [actor && `actor: ${actor}`, what && `what: ${what}`].filter(Boolean).join(' · '),
      count: found.rows.length,
    };
    const recorded = await access.record(who.actor, [row]);
    send(request, response, asResult(recorded, found), (answer) => response.json(answer));
  }
  router.get(
    '/access',
    forRight('anpr-audit', (request, response, who) =>
      'plate' in request.query
        ? sendRefusal(request, response, refuse('look-address', 'plate'))
        : sendAccess(request, response, who, request.query),
    ),
  );
  router.post(
    '/access',
    forRight('anpr-audit', (request, response, who) =>
      sendAccess(request, response, who, request.body),
    ),
  );
  return router;
}

const asResult = <T>(
  recorded: { ok: true } | { ok: false; refusal: ReturnType<typeof refuse> },
  value: T,
): Result<T> => (recorded.ok ? { ok: true, value } : recorded);

function send<T>(
  request: Request,
  response: Response,
  result: Result<T>,
  give: (value: T) => unknown,
): void {
  if (result.ok) give(result.value);
  else sendRefusal(request, response, result.refusal);
}

function sendInvalid(request: Request, response: Response, error: z.ZodError): void {
  const { refusal, issues } = problems(error, []);
  sendRefusal(request, response, refusal, issues);
}

function sendPicture(response: Response, { type, bytes }: Crop): void {
  response.set({
    'content-type': type,
    'content-disposition': `inline; filename="picture.${type === 'image/png' ? 'png' : 'jpg'}"`,
  });
  response.send(Buffer.from(bytes));
}

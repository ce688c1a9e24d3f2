import type { AnprCamera } from '../../shared/anpr/camera.ts';
import { checkLook, limitsAt, MAX_ROWS, type Look } from '../../shared/anpr/lookback-rules.ts';
import type { Export, LookAnswer, LookQuery, LookRow } from '../../shared/anpr/lookback.ts';
import { normalise } from '../../shared/anpr/plate.ts';
import type { Crop } from '../../shared/anpr/read.ts';
import { refuse, type Refusal } from '../../shared/refusal.ts';
import { isCleared } from '../../shared/role.ts';
import { looksLikePlate } from '../../shared/subject/anpr/words.ts';
import type { AlertRow, Open, PassageRow } from '../../shared/subject/anpr/schema.ts';
import type { Result, Who } from '../auth/auth.ts';
import { LOOK_MS, type AccessLog, type NewRow, type RecentLook } from './access.ts';
import type { Mark } from './export.ts';
import { dayOf } from './reads/row.ts';
import type { AlertPictures, ReadStore } from './store.ts';
import type { Vault } from './vault.ts';

/**
 * Looking back in the reads: what may be asked is `shared/anpr/lookback-rules.ts`; here it is done, and
 * written into the access log before anything of it is given. What was refused is written too.
 */
export interface LooksOptions {
  reads: ReadStore;
  access: AccessLog;
  vault: Vault;
  pictures: AlertPictures;
  cameras(): readonly AnprCamera[];
  /** Controllers whose cameras may be looked back in. */
  controllers: readonly string[];
  perHour: number;
  readsDays: number;
  alert(id: string): AlertRow | undefined;
  /** All that are in the state, of this alert. */
  passages(alert: string): readonly PassageRow[];
  now?: () => number;
}

export interface Looks {
  look(who: Who, query: LookQuery): Promise<Result<LookAnswer>>;
  /** A question that was not even one, for the record. */
  refused(who: Who, refusal: Refusal): Promise<Result<never>>;
  /** The listed vehicle before the alert. */
  earlier(who: Who, alert: string): Promise<Result<LookAnswer>>;
  picture(who: Who, access: string, read: string): Promise<Result<Crop>>;
  alertPicture(who: Who, alert: string, read: string): Promise<Result<Crop>>;
  /** The rows of a look once more, with what every page of them must say. */
  export(who: Who, wanted: Export): Promise<Result<{ rows: LookRow[]; mark: Mark }>>;
}

const DAY_MS = 86_400_000;
const bad = (refusal: Refusal): { ok: false; refusal: Refusal } => ({ ok: false, refusal });
const NAME = /^\d{4}-\d\d-\d\d\.[\w-]{16}$/;
const CLEARANCE = 'plate';
const WRITTEN = refuse('anpr-plate-written', 'reason');

export function openLooks(options: LooksOptions): Looks {
  const { reads, access, vault, pictures, cameras, controllers, perHour, readsDays } = options;
  const { alert: alertOf, passages, now = Date.now } = options;
  const isSearchable = ({ controller }: AnprCamera) => controllers.includes(controller);
  const searchable = () => cameras().filter(isSearchable).map(({ id }) => id); // prettier-ignore
  const excluded = () => cameras().filter((one) => !isSearchable(one)).map(({ id }) => id); // prettier-ignore

  async function refused(
    who: Who,
    refusal: Refusal,
    row?: Partial<NewRow>,
  ): Promise<Result<never>> {
    const { code, path } = refusal;
    const told = { what: 'refused' as const, refused: code, ...(path ? { about: path } : {}) };
    const recorded = await access.record(who.actor, [{ ...told, ...row }]);
    return recorded.ok ? bad(refusal) : recorded;
  }

  const rowOf = (query: LookQuery, plate: string | undefined): Partial<NewRow> => ({
    ...{ purpose: query.purpose, case: query.case, reason: query.reason },
    ...(query.prosecutor ? { prosecutor: query.prosecutor } : {}),
    ...(plate ? { fingerprint: vault.fingerprint(plate) } : {}),
    ...(query.cameras ? { cameras: query.cameras } : {}),
    ...{ from: query.from, until: query.until },
  });

  /** What an export of this look needs, for as long as it may follow. */
  async function kept(look: Pick<Look, 'plate' | 'cameras'>): Promise<string> {
    const at = new Date(now()).toISOString();
    const end = new Date(Date.parse(`${dayOf(at)}T00:00:00.000Z`) + 2 * DAY_MS).toISOString();
    return vault.seal(`looks:${dayOf(at)}`, end, look);
  }

  async function find(look: Pick<Look, 'plate' | 'cameras' | 'from' | 'until'>) {
    const { plate, cameras, from, until } = look;
    const found = await reads.passages({ plate, cameras, from, until, limit: MAX_ROWS + 1 });
    return { rows: found.slice(0, MAX_ROWS), more: found.length > MAX_ROWS };
  }

  async function give(
    who: Who,
    row: NewRow,
    found: { rows: LookRow[]; more: boolean },
    look: Pick<Look, 'plate' | 'cameras' | 'excluded' | 'reachesTo'>,
  ): Promise<Result<LookAnswer>> {
    const { plate, cameras: through, excluded: out, reachesTo } = look;
    const sealed = await kept({ plate, cameras: through });
    const count = found.rows.length;
    const recorded = await access.record(who.actor, [{ ...row, count }], sealed);
    if (!recorded.ok) return recorded;
    const { id, seq } = recorded.rows[0]!;
    return { ok: true, value: { access: id, seq, ...found, reachesTo, excluded: out } };
  }

  /** A look of this person, fresh enough, with what was sealed of it. */
  async function recent(
    who: Who,
    id: string,
  ): Promise<Result<RecentLook & { look: Partial<Look> }>> {
    const look = access.look(id, who.actor.id);
    if (!look) return bad(refuse('look-unknown'));
    if (look.sealed) await vault.fetch([look.sealed]);
    const opened = look.sealed && vault.open(look.sealed);
    if (!opened || now() - Date.parse(look.at) > LOOK_MS) return bad(refuse('look-over'));
    return { ok: true, value: { ...look, look: opened } };
  }

  const hit = (who: Who, id: string): AlertRow | undefined => {
    const row = alertOf(id);
    const cleared = who.view.sees.includes('anpr') && who.view.cleared.includes(CLEARANCE);
    return row && cleared && isCleared(who.view, row.restrictions) ? row : undefined;
  };

  /** The passages of an alert that its own vehicle is known by. */
  async function own(alert: string): Promise<{ rows: LookRow[]; first: Open | undefined }> {
    const known = [...passages(alert)].sort((a, b) => (a.at < b.at ? 1 : -1));
    await vault.fetch(known.flatMap(({ sealed }) => sealed ?? []));
    const opened = known.map((one) => (one.sealed ? (vault.open(one.sealed) as Open | undefined) : undefined)); // prettier-ignore
    const rows = known.flatMap((one, i): LookRow[] => {
      const open = opened[i];
      if (!open) return [];
      const { read, camera, at, direction, picture } = one;
      const { raw, plate, country } = open;
      return [{ read, camera, at, offset: 0, raw, plate, country, direction, crop: picture }];
    });
    return { rows, first: opened.findLast((one) => one !== undefined) };
  }

  return {
    refused: (who, refusal) => refused(who, refusal),
    async look(who, query) {
      const known = cameras();
      const oldest = now() - readsDays * DAY_MS;
      const context = {
        ...{ now: now(), cameras: known, controllers, perHour, reaches: oldest },
        looked: access.looked(who.actor.id),
      };
      const checked = checkLook(query, context);
      const plate = query.plate === undefined ? undefined : normalise(query.plate);
      // What is written here stays for good, other than the plate.
      if (looksLikePlate(query.reason))
        return refused(who, WRITTEN, { ...rowOf(query, plate), reason: '' });
      if (!checked.ok) return refused(who, checked.refusal, rowOf(query, plate));
      const { look } = checked;
      const row: NewRow = { what: 'look', ...rowOf(query, look.plate) };
      const given = await give(who, row, await find(look), look);
      return given.ok || given.refusal.code !== 'look-too-many'
        ? given
        : refused(who, given.refusal, rowOf(query, look.plate));
    },

    async earlier(who, id) {
      const row = hit(who, id);
      if (!row) return bad(refuse('not-found'));
      const mine = row.acknowledged?.who === who.actor.id;
      if (row.status === 'rejected' || !(row.verified || mine))
        return refused(who, refuse('look-alert-first'), { about: id });
      const { rows, first } = await own(id);
      const plate = first && normalise(first.listed);
      const limit = limitsAt(now()).month;
      const until = row.at;
      const from = new Date(Math.min(limit, Date.parse(until))).toISOString();
      const reachesTo = new Date(Math.max(limit, now() - readsDays * DAY_MS)).toISOString();
      const lawful = row.category === 'judicial' || row.category === 'administrative';
      const through = searchable();
      const look = { plate, cameras: through, from, until };
      const found = !lawful
        ? { rows, more: false }
        : plate
          ? await find(look)
          : { rows: [], more: false };
      const recorded: NewRow = {
        ...{ what: 'look', about: id, reason: `list ${row.list}` },
        ...(first?.reference ? { case: first.reference } : {}),
        ...(plate ? { fingerprint: vault.fingerprint(plate) } : {}),
        ...{ from, until },
      };
      return give(who, recorded, found, { ...look, reachesTo, excluded: lawful ? excluded() : [] });
    },

    async picture(who, id, read) {
      const found = await recent(who, id);
      if (!found.ok) return found;
      const { row, look } = found.value;
      const day = read.slice(0, 10);
      if (!NAME.test(read)) return bad(refuse('not-found'));
      // Among what was looked at, and nothing else.
      const rows = await find({ ...look, from: row.from!, until: row.until! } as Look);
      const one = rows.rows.find((known) => known.read === read);
      const crop = one && (await reads.picture(read, `${day}T00:00:00.000Z`));
      if (!crop) return bad(refuse('not-found'));
      const { purpose, case: number, prosecutor, fingerprint } = row;
      const recorded = await access.record(who.actor, [
        {
          ...{ what: 'picture', purpose, case: number, prosecutor, fingerprint },
          ...{ about: read, reason: `look ${id}`, cameras: [one.camera], count: 1 },
        },
      ]);
      return recorded.ok ? { ok: true, value: crop } : recorded;
    },

    async alertPicture(who, id, read) {
      const row = hit(who, id);
      const crop = row && (await pictures.get(id, read));
      if (!crop) return bad(refuse('not-found'));
      const recorded = await access.record(who.actor, [
        { what: 'picture', about: id, reason: `list ${row.list}`, count: 1 },
      ]);
      return recorded.ok ? { ok: true, value: crop } : recorded;
    },

    async export(who, { access: id, recipient, reason }) {
      const found = await recent(who, id);
      if (!found.ok) return found;
      if (looksLikePlate(reason)) return refused(who, WRITTEN, { about: id });
      const { row, look } = found.value;
      const { purpose, case: number, prosecutor, fingerprint, cameras: through } = row;
      const { from, until } = row;
      const { rows } = await find({ ...look, from: from!, until: until! } as Look);
      const recorded = await access.record(who.actor, [
        {
          ...{ what: 'export', purpose, case: number, prosecutor, fingerprint, recipient, reason },
          ...{ cameras: through, from, until, about: id, count: rows.length },
        },
      ]);
      if (!recorded.ok) return recorded;
      const { seq, at } = recorded.rows[0]!;
      const by = who.actor.name;
      const mark = {
        by,
        at,
        seq,
        access: id,
        recipient,
        reason,
        case: number,
        purpose,
        from,
        until,
      };
      return { ok: true, value: { rows, mark } };
    },
  };
}

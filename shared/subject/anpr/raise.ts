import { joinRestrictions } from '../../restrictions.ts';
import { refuse } from '../../refusal.ts';
import { accept, fact, reject, type Context, type Decision } from '../../subject.ts';
import { companionKey } from './key.ts';
import { MAX_COMPANIONS, STOOD_MS } from './limits.ts';
import type { AlertRow, AnprCommand, AnprSlice, PassageRow } from './schema.ts';
import { latestOf } from './select.ts';
import { isSurer, numberOf, passagesOf, silencing, standingAt, type Pass } from './silence.ts';
import { isSettled } from './status.ts';
import { tell } from './tell.ts';

type Needs = { anpr: AnprSlice };
type Command<T extends AnprCommand['type']> = AnprCommand & { type: T };

/** A hit: a new alert, a further passage of one, a car that stands, or one that a person settled. */
export function raise({ anpr }: Needs, command: Command<'anpr.raise'>, context: Context): Decision {
  const { data } = command;
  if (anpr.alerts.has(command.id)) return reject(refuse('id-taken'));
  for (const restriction of data.restrictions) {
    if (!context.plan.restrictions.includes(restriction))
      return reject(refuse('restriction-unknown', 'data.restrictions'));
    if (!context.sees({ restrictions: [restriction] }))
      return reject(refuse('restriction-not-yours', 'data.restrictions'));
  }
  const { pass, restrictions: own, ...listed } = data;
  const restrictions = joinRestrictions(own);
  const known = latestOf(anpr, data.list, data.entry, own);
  if (known) {
    if ([...passagesOf(anpr, known)].some(({ read }) => read === pass.read)) return accept();
    if (!isSettled(known)) return join(anpr, known, pass);
    const silent = silencing(anpr, known, data, context.at);
    if (silent === 'nothing') return accept();
    if (silent) return stood(known, silent, pass);
  }
  return accept(fact('anpr.raised', command.id, { ...listed, ...pass }, restrictions));
}

function join(anpr: AnprSlice, alert: AlertRow, pass: Pass): Decision {
  const standing = standingAt(anpr, alert, pass);
  if (standing && !isSurer(pass, alert)) return stood(alert, standing, pass);
  const { camera, at } = pass;
  return accept(
    fact('anpr.passed', alert.id, { ...pass }, alert.restrictions),
    ...tell(anpr, alert, { what: 'passed', camera, at }),
  );
}

/** Counted once a minute at most: a parked car must not fill the log. */
function stood(alert: AlertRow, passage: PassageRow, { camera, at }: Pass): Decision {
  if (Date.parse(at) - Date.parse(passage.last) < STOOD_MS) return accept();
  const data = { camera, at, passage: numberOf(passage) };
  return accept(fact('anpr.stood', alert.id, data, alert.restrictions));
}

/** A vehicle that goes along with the one of the alert. */
export function accompany(
  { anpr }: Needs,
  alert: AlertRow,
  { vehicle, cameras, sealed }: Command<'anpr.accompany'>['data'],
): Decision {
  if (!alert.convoy) return reject(refuse('anpr-no-convoy', 'data.alert'));
  if (isSettled(alert)) return reject(refuse('anpr-settled', 'data.alert'));
  const known = anpr.companions.get(companionKey(alert.id, vehicle));
  const seen = [...new Set([...(known?.cameras ?? []), ...cameras])].sort();
  if (known && seen.length === known.cameras.length) return accept();
  const beside = anpr.companions.count((one) => one.alert === alert.id);
  if (!known && beside >= MAX_COMPANIONS) return accept();
  const data = { vehicle, cameras: seen, sealed };
  return accept(fact('anpr.accompanied', alert.id, data, alert.restrictions));
}

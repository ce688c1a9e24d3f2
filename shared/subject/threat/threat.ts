import { refuse } from '../../refusal.ts';
import { accept, fact, reject, type Context, type Decision, type Subject } from '../../subject.ts';
import { fold } from './evolve.ts';
import { commands, events, type ThreatCommand, type ThreatSlice } from './schema.ts';
import { scopeKey } from './select.ts';

function decide(
  state: { threat: ThreatSlice },
  command: ThreatCommand,
  { at, plan }: Context,
): Decision {
  const { threats } = state.threat;
  if (command.type === 'threat.end') {
    const row = threats.get(command.data.threat);
    if (!row || row.ended || (row.until ?? '9') <= at)
      return reject(refuse('threat-unknown', 'data.threat'));
    const { level, scope } = row;
    const { reason } = command.data;
    return accept(fact('threat.ended', row.id, { level, scope, ...(reason ? { reason } : {}) }));
  }
  const { reason, ...said } = command.data;
  const { scope, start, until } = said;
  if (threats.has(command.id)) return reject(refuse('id-taken'));
  if (until !== undefined && (until <= start || until <= at))
    return reject(refuse('time-order', 'data.until'));
  if (
    scope.kind === 'municipality' &&
    !plan.crisis.municipalities.some(({ id }) => id === scope.municipality)
  )
    return reject(refuse('phase-municipality-unknown', 'data.scope.municipality'));
  const same = [...threats.values()].filter(
    (row) => !row.ended && (row.until ?? '9') > at && scopeKey(row.scope) === scopeKey(scope),
  );
  return accept(
    fact('threat.set', command.id, {
      ...said,
      ...(reason ? { reason } : {}),
      ...(same.length > 0 ? { replaces: same.map(({ id }) => id) } : {}),
    }),
  );
}

export const threat = { ...fold, commands, events, decide } satisfies Subject<ThreatSlice>;

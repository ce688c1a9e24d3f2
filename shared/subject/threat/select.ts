import type { Scope, Threat, ThreatSlice } from './schema.ts';

/** Pure questions about threat levels, for decisions and screens alike. `at`: the moment, ISO 8601. */
type Of = { threat: ThreatSlice };

/** Equal for levels that are about the same: by name, letter case and spaces apart. */
export function scopeKey(scope: Scope): string {
  if (scope.kind === 'municipality') return `municipality:${scope.municipality}`;
  if (scope.kind === 'country' || scope.kind === 'region') return scope.kind;
  return `${scope.kind}:${scope.name.toLowerCase().replace(/\s+/g, ' ')}`;
}

export const holdsAt = ({ start, until, ended }: Threat, at: string): boolean =>
  !ended && start <= at && at < (until ?? '9');

const ORDER: readonly Scope['kind'][] = ['region', 'country', 'municipality', 'place', 'target'];

/** Levels in force: the highest first, then the widest. What has expired is not among them. */
export const threatsAt = ({ threat }: Of, at: string): Threat[] =>
  [...threat.threats.values()]
    .filter((row) => holdsAt(row, at))
    .sort(
      (a, b) =>
        b.level - a.level ||
        ORDER.indexOf(a.scope.kind) - ORDER.indexOf(b.scope.kind) ||
        b.seq - a.seq,
    );

/** Known, but not in force yet: the nearest first. */
export const threatsAhead = ({ threat }: Of, at: string): Threat[] =>
  [...threat.threats.values()]
    .filter(({ start, ended }) => !ended && start > at)
    .sort((a, b) => (a.start < b.start ? -1 : 1));

/** The highest that holds for the whole region: its own level, or the country's. */
export const regionalThreat = (state: Of, at: string): Threat | undefined =>
  threatsAt(state, at).find(({ scope: { kind } }) => kind === 'region' || kind === 'country');

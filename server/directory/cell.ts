import type { Holding, Way, Weekly } from '../../shared/plan/directory.ts';

/**
 * Lists inside one cell of a table or one line of a card, readable and exact in both directions:
 * `mayor municipality=elsene rank=1 until=2027-01-31`, `phone[office]=+32 2 555 20 01`,
 * `1,2,3,4,5 20:00-08:00`. Items are separated by ` | `.
 */
const SEPARATOR = ' | ';
const escaped = (text: string): string => text.replace(/[\\|]/g, '\\$&');
const unescaped = (text: string): string => text.replace(/\\([\\|])/g, '$1');

const joined = (items: readonly string[]): string => items.map(escaped).join(SEPARATOR);
function split(cell: string): string[] {
  const items: string[] = [];
  let item = '';
  for (let i = 0; i < cell.length; i++) {
    const sign = cell[i]!;
    if (sign === '\\') item += sign + (cell[++i] ?? '');
    else if (sign === '|') {
      items.push(item);
      item = '';
    } else item += sign;
  }
  return [...items, item].map((one) => unescaped(one.trim())).filter((one) => one !== '');
}

const PLACES = ['municipality', 'zone', 'manager'] as const;
const FIELDS = [...PLACES, 'rank', 'from', 'until'] as const;

export const holdsText = (holds: readonly Holding[]): string =>
  joined(
    holds.map((one) =>
      [
        one.function,
        ...FIELDS.flatMap((name) => {
          const value = one[name];
          return value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`];
        }),
      ].join(' '),
    ),
  );

/** As far as it goes: the schema says what is wrong with the rest. */
export const holdsOf = (cell: string): unknown[] =>
  split(cell).map((item) => {
    const [name, ...rest] = item.split(/\s+/);
    const fields = rest.map((one) => {
      const at = one.indexOf('=');
      const key = one.slice(0, at < 0 ? undefined : at);
      const value = at < 0 ? '' : decoded(one.slice(at + 1));
      return [key, key === 'rank' ? Number(value) : value];
    });
    return { function: name, rank: 1, ...Object.fromEntries(fields) } as unknown;
  });

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

export const waysText = (ways: readonly Way[]): string =>
  joined(
    ways.map(
      ({ channel, address, hours }) =>
        `${channel}${hours === 'always' ? '' : `[${hours}]`}=${address}`,
    ),
  );

export const waysOf = (cell: string): unknown[] =>
  split(cell).map((item) => {
    const [, channel, hours, address] = /^([^=[]*)(?:\[([^\]]*)\])?=([^]*)$/.exec(item) ?? [];
    return { channel: channel ?? item, address: address ?? '', ...(hours ? { hours } : {}) };
  });

export const weeklyText = ({ days, from, until }: Weekly): string =>
  `${days.join(',')} ${from}-${until}`;

export function weeklyOf(cell: string): unknown {
  const [days = '', hours = ''] = cell.trim().split(/\s+/);
  const [from = '', until = ''] = hours.split('-');
  return { days: days.split(',').map(Number), from, until };
}

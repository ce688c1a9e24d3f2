import fc from 'fast-check';
import { checkCommand } from '../../shared/command.ts';
import { VALID } from './valid.ts';

/**
 * Commands that must be refused, as JSON texts. What is well formed after all (`checkCommand` says
 * so) is left out; that the schemas themselves refuse enough is the business of test/subject.
 */

export const nested = (depth: number, open = '[', close = ']'): string =>
  open.repeat(depth) + close.repeat(depth);
/** Stands for a value too deep for `JSON.stringify`; put in as text. */
const DEEP = '@deep@';
const toText = (value: unknown): string =>
  JSON.stringify(value).replaceAll(`"${DEEP}"`, nested(10_000));

/** A thing that is never right anywhere, by kind of malice. */
const badValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    ...[null, true, -1, 1.5, 1e308, -0, '', 'NaN', 'Infinity', 'undefined', [], {}, [[]]],
    ...['10000-01-01T00:00:00.000Z', '+010000-01-01T00:00:00.000Z', '2026-02-30T00:00:00.000Z'],
    ...['1969-12-31T23:59:59.999Z', '2026-01-01', '2026-01-01T00:00:00Z', 'now'],
    ...[[4.35, 90.1], [180.5, 50.8], [4.35], [4.35, 50.8, 3], ['4.35', '50.8'], [null, null]],
    ...['a\u0000b', 'a\u001b[31mb', 'a\u202eb', '\ud800', '\ufeff', 'x'.repeat(9_000)],
    ...['../../etc/passwd', '__proto__', 'constructor', { $gt: '' }, { toString: 1 }, ['a', 'b']],
  ),
  fc.constantFrom(DEEP, JSON.parse(nested(40))),
  fc.jsonValue({ maxDepth: 3 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
);

interface Envelope {
  id: unknown;
  type: unknown;
  data: unknown;
}

const valid: fc.Arbitrary<Envelope> = fc
  .tuple(fc.uuid(), fc.constantFrom(...Object.keys(VALID)))
  .map(([id, type]) => ({ id, type, data: structuredClone(VALID[type]) }));

/** Every place in a value, as a path. */
function places(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [path];
  const inner = Object.entries(value).flatMap(([key, each]) => places(each, [...path, key]));
  return path.length > 0 ? [path, ...inner] : inner;
}

function change(root: object, path: readonly string[], edit: (holder: any, key: string) => void) {
  let holder: any = root;
  for (const key of path.slice(0, -1)) holder = holder[key];
  edit(holder, path.at(-1)!);
  return root;
}

const somewhere = fc.nat(10_000);
const bent = fc.tuple(valid, somewhere, badValue).map(([command, where, value]) => {
  const all = places(command);
  return change(command, all[where % all.length]!, (holder, key) => (holder[key] = value));
});
const lacking = fc.tuple(valid, somewhere).map(([command, where]) => {
  const all = places(command);
  return change(command, all[where % all.length]!, (holder, key) => delete holder[key]);
});
const odd = fc.constantFrom('x', 'restrictions2', 'constructor', 'toString', 'seq', 'actor', 'at');
const added = fc.tuple(valid, odd, badValue, fc.boolean()).map(([command, key, value, outside]) => {
  const data = { ...(command.data as object), [key]: value };
  return outside ? { ...command, [key]: value } : { ...command, data };
});
const strangeType = fc
  .tuple(valid, fc.oneof(fc.string(), fc.constantFrom('incident', '.', 'toString', 'x.y', '*')))
  .map(([command, type]) => ({ ...command, type }));
const anything = fc.jsonValue({ maxDepth: 5 });

/** `__proto__` as a key of its own, which only JSON can make. */
const proto = valid.map((command) =>
  JSON.stringify(command).replace('"data":{', '"data":{"__proto__":{"admin":true},'),
);

const wellFormed = (text: string): boolean => {
  try {
    return checkCommand(JSON.parse(text)).ok;
  } catch {
    return false;
  }
};

/** JSON texts that parse, and are no command. */
export const badCommand: fc.Arbitrary<string> = fc
  .oneof(
    { weight: 6, arbitrary: bent.map(toText) },
    { weight: 2, arbitrary: lacking.map(toText) },
    { weight: 2, arbitrary: added.map(toText) },
    { weight: 1, arbitrary: strangeType.map(toText) },
    { weight: 1, arbitrary: anything.map(toText) },
    { weight: 1, arbitrary: proto },
  )
  .filter((text) => !wellFormed(text));

/** Texts that are no JSON at all, or not in UTF-8. */
export const brokenJson: fc.Arbitrary<Buffer> = fc.oneof(
  fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
  fc
    .tuple(badCommand, somewhere)
    .map(([text, at]) => Buffer.from(text.slice(0, at % Math.max(1, text.length - 1)))),
  fc
    .constantFrom(
      ...['', '{', '[', '"', '{"a":}', "{'a':1}", '{a:1}', 'NaN', '{"a":NaN}', '[1,]', '// x'],
      ...['{"id":"a",}', '\ufeff', '{}{}', '01', '"\\u12"', 'undefined', '<a/>', 'a=1&b=2'],
      ...[nested(10_000, '{"a":', '}'), '['.repeat(100_000), '{"a":'.repeat(20_000)],
    )
    .map((text) => Buffer.from(text)),
  valid.map((command) => Buffer.from(JSON.stringify(command), 'utf16le')),
  valid.map((command) =>
    Buffer.from(JSON.stringify(command).replace('"id"', '"id\xff"'), 'latin1'),
  ),
);

/** Well formed, and still impossible: with the code that says why. */
export const impossible: readonly { type: string; data: object; code: string; path?: string }[] = [
  ...Object.entries(VALID)
    .filter(([type]) => type.startsWith('incident.'))
    .filter(([type]) => !['incident.open', 'incident.archive'].includes(type))
    .map(([type, data]) => ({ type, data, code: 'incident-unknown', path: 'data.incident' })),
  { type: 'report.dismiss', data: VALID['report.dismiss']!, code: 'report-unknown' },
  { type: 'report.reopen', data: VALID['report.reopen']!, code: 'report-unknown' },
  { type: 'journal.acknowledge', data: VALID['journal.acknowledge']!, code: 'entry-unknown' },
  { type: 'journal.write', data: VALID['journal.write']!, code: 'incident-unknown' },
  {
    type: 'journal.write',
    data: { kind: 'message', text: 'Later', occurred: '2999-12-31T23:59:59.999Z' },
    code: 'time-ahead',
    path: 'data.occurred',
  },
  {
    type: 'incident.open',
    data: { type: 'dragon', title: 'Draak', priority: 1 },
    code: 'type-unknown',
    path: 'data.type',
  },
  {
    type: 'incident.open',
    data: { type: 'fire', title: 'Brand', priority: 1, restrictions: ['__proto__'] },
    code: 'restriction-unknown',
    path: 'data.restrictions',
  },
];

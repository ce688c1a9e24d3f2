import { createReadStream, statSync } from 'node:fs';
import { Readable } from 'node:stream';
import { parseArgs } from 'node:util';
import type { ListDifference, ListSummary } from '../../shared/anpr/list.ts';

/**
 * `npm run hotlist -- import <list> <file>`: a hot list of a running Belfry from a file, as its owner's system
 * would deliver it. Prints counts, and of lines that cannot be used their number; never a plate.
 */
const HELP = `npm run hotlist -- lists
npm run hotlist -- import <list> <file> [--dry] [--skip-rejected] [--base <version>]
                   [--url http://localhost:8080] [--token <token>]

  <file>           the whole list: CSV (plate; country; from; until; reason; instruction; vehicle;
                   reference; id, in any order), a JSON array or NDJSON
  --dry            only shows the difference
  --skip-rejected  takes the list even if some of its lines cannot be used, without them
  --base           only if the list still stands at this version
  the token (of a machine whose role has the right anpr-lists) may also stand in BELFRY_TOKEN`;

const { values, positionals } = readArguments();
const [what, list, file] = positionals;
const headers = { authorization: `Bearer ${values.token}`, 'accept-language': 'en' };

if (what === 'lists') await showLists();
else if (what === 'import' && list && file) await importFile(list, file);
else fail(HELP);

async function showLists(): Promise<void> {
  const lists = (await ask('/api/anpr/lists', { headers })) as ListSummary[];
  console.table(
    lists.map(({ id, category, priority, version, entries, counts, changed }) => ({
      ...{ id, category, priority, version, entries, counts, changed: changed.at },
    })),
  );
}

async function importFile(id: string, path: string): Promise<void> {
  const size = statSync(path, { throwIfNoEntry: false })?.size;
  if (size === undefined) fail(`${path}: not found`);
  const query = new URLSearchParams({ apply: String(!values.dry) });
  if (values['skip-rejected']) query.set('rejected', 'skip');
  if (values.base !== undefined) query.set('base', values.base);
  const told = (await ask(`/api/anpr/lists/${encodeURIComponent(id)}/import?${query}`, {
    method: 'POST',
    headers: {
      ...headers,
      ...{ 'content-type': 'application/octet-stream', 'content-length': String(size) },
    },
    body: Readable.toWeb(createReadStream(path)) as ReadableStream,
    duplex: 'half',
  } as RequestInit)) as ListDifference & { code?: string; message?: string };
  const { base, added, changed, removed, same, duplicates, rejectedCount, rejected } = told;
  console.log(
    `${id}, against version ${base}: ${added} added, ${changed} changed, ${removed} removed, ${same} the same`,
  );
  if (duplicates > 0) console.log(`${duplicates} lines are about a vehicle of another line`);
  for (const { line, message, code, field } of rejected.slice(0, 20))
    console.error(`line ${line}: ${message} (${code}${field ? ` at ${field}` : ''})`);
  if (rejectedCount > 20) console.error(`… and ${rejectedCount - 20} more`);
  if (told.code) fail(`Nothing was changed: ${told.message}`);
  console.log(values.dry ? 'Nothing was changed.' : 'Done.');
}

/** The answer; a refusal that has a difference to show is an answer too. */
async function ask(path: string, request: RequestInit): Promise<unknown> {
  const response = await fetch(new URL(path, values.url), request).catch((error: unknown) =>
    fail(`${values.url} does not answer: ${String((error as Error).cause ?? error)}`),
  );
  const body = (await response.json().catch(() => ({}))) as { message?: string; base?: number };
  if (!response.ok && body.base === undefined)
    fail(`The server said ${response.status}: ${body.message ?? 'it is no Belfry'}`);
  return body;
}

function readArguments() {
  try {
    const parsed = parseArgs({
      allowPositionals: true,
      options: {
        dry: { type: 'boolean', default: false },
        'skip-rejected': { type: 'boolean', default: false },
        base: { type: 'string' },
        url: { type: 'string', default: 'http://localhost:8080' },
        token: { type: 'string', default: process.env['BELFRY_TOKEN'] ?? '' },
      },
    });
    if (!/^https?:$/.test(URL.parse(parsed.values.url)?.protocol ?? '')) fail(HELP);
    return parsed;
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : String(error)}\n\n${HELP}`);
  }
}

function fail(why: string): never {
  console.error(why);
  process.exit(1);
}

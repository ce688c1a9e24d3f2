import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, type Node } from 'yaml';
import type { Findings, Place } from './finding.ts';

/** A YAML file of the plan, which knows where each of its values stands. */
export interface Source {
  /** Under the folder of the configuration. */
  file: string;
  value: unknown;
  /** Where the value at a path stands: its key, or the item of a list; of what is not there, what is around it. */
  at(path?: readonly PropertyKey[]): Place;
}

/** YAML files of a folder, and of those in it, by name; none when there is no such folder. */
export function yamlUnder(folder: string, under: string): string[] {
  try {
    return readdirSync(join(folder, under), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => `${under}/${name.replaceAll('\\', '/')}`)
      .sort();
  } catch {
    return [];
  }
}

/** Undefined, and told, when there is nothing that can be read. */
export function readSource(folder: string, file: string, found: Findings): Source | undefined {
  let text: string;
  try {
    text = readFileSync(join(folder, file), 'utf8');
  } catch {
    found.mistake({ file }, 'cannot be read: is it there, and may the server read it?');
    return undefined;
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const placeOf = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };
  // Of broken YAML the first: what follows is mostly its consequence.
  const broken = document.errors.find(({ code }) => code !== 'DUPLICATE_KEY');
  const twice = document.errors.filter(({ code }) => code === 'DUPLICATE_KEY');
  for (const { pos } of twice)
    found.mistake(placeOf(pos[0]), 'this field stands here twice: keep one of the two');
  if (broken) found.mistake(placeOf(broken.pos[0]), `is no YAML: ${lower(broken.message)}`);
  if (broken) return undefined;
  let value: unknown;
  try {
    value = document.toJS();
  } catch (error) {
    found.mistake({ file }, error instanceof Error ? lower(error.message) : String(error));
    return undefined;
  }
  return {
    file,
    value,
    at: (path = []) => placeOf(offsetOf(document.contents, path, document)),
  };
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

function offsetOf(
  contents: Node | null,
  path: readonly PropertyKey[],
  document: Parameters<Extract<Node, { resolve: unknown }>['resolve']>[0],
): number {
  let node: unknown = contents;
  let offset = contents?.range?.[0] ?? 0;
  for (const step of path) {
    if (isAlias(node)) node = node.resolve(document);
    if (isMap(node)) {
      const pair = node.items.find(
        ({ key }) => (isScalar(key) ? String(key.value) : String(key)) === String(step),
      );
      if (!pair) return offset;
      offset = (pair.key as Node).range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      if (!node) return offset;
      offset = (node as Node).range?.[0] ?? offset;
    } else return offset;
  }
  return offset;
}

import { basename } from 'node:path';
import { z } from 'zod';
import type { Item } from '../../shared/plan/expand.ts';
import { isUse } from '../../shared/plan/expand.ts';
import { WorkflowFile, type Step, type Workflow } from '../../shared/plan/step.ts';
import type { Findings, Place } from './finding.ts';
import { fitted, valueAt } from './shape.ts';
import { readSource, yamlUnder, type Source } from './source.ts';

/** Files of workflows and blocks as they were written, each step by itself. */

export interface WrittenItem {
  /** Absent when it does not have the form of a step, which was told. */
  item?: Item;
  /** As it is written: the step's id, or the block's that is used. */
  name: string | undefined;
  /** Where it stands, or a field of it. */
  at(...path: PropertyKey[]): Place;
}

export interface Written extends Pick<Workflow, 'kind' | 'id'> {
  source: Source;
  /** Absent when its own fields are wrong. */
  head?: Omit<WorkflowFile, 'steps'>;
  items: readonly WrittenItem[];
}

const FOLDER = 'plan/workflows';
const Head = WorkflowFile.extend({ steps: z.array(z.unknown()).min(1) });
const [Use, StepShape] = WorkflowFile.shape.steps.element.options;

export function readWorkflows(folder: string, found: Findings): Written[] {
  return yamlUnder(folder, FOLDER).map((file) => {
    const source = readSource(folder, file, found);
    if (source) return written(source, found);
    // There all the same: whoever uses it is not told that it is missing.
    const unread = { file, value: undefined, at: () => ({ file }) };
    return { source: unread, kind: kindOf(file), id: basename(file, '.yaml'), items: [] };
  });
}

const kindOf = (file: string): Written['kind'] =>
  file.startsWith(`${FOLDER}/blocks/`) ? 'block' : 'workflow';

function written(source: Source, found: Findings): Written {
  const kind = kindOf(source.file);
  const name = basename(source.file, '.yaml');
  const head = fitted({ source, schema: Head }, found);
  const raw = valueAt(source.value, ['id']);
  const id = head?.id ?? (typeof raw === 'string' ? raw : name);
  if (head && id !== name)
    found.warning(source.at(['id']), `the file is called ${name}.yaml: call both alike`);
  if (head && kind === 'workflow' && !head.types)
    found.mistake(
      source.at(),
      'starts for no type of incident: add "types", or move it to blocks/',
    );
  if (head && kind === 'block' && head.types)
    found.mistake(source.at(['types']), 'a block starts for no type: leave "types" out');
  const steps = valueAt(source.value, ['steps']);
  const items = Array.isArray(steps) ? steps : [];
  return {
    ...{ source, kind, id },
    ...(head ? { head: withoutSteps(head) } : {}),
    items: items.map((_, i) => writtenItem(source, i, found)),
  };
}

const withoutSteps = ({ steps: _, ...head }: z.infer<typeof Head>) => head;

function writtenItem(source: Source, i: number, found: Findings): WrittenItem {
  const path = ['steps', i];
  const value = valueAt(source.value, path);
  const used = valueAt(value, ['use']);
  const raw = used ?? valueAt(value, ['id']);
  const name = typeof raw === 'string' ? raw : undefined;
  const item = fitted(
    {
      ...{ source, path },
      schema: used === undefined ? StepShape : Use,
      ...(name === undefined ? {} : { step: name }),
    },
    found,
  );
  const dotted = item && !isUse(item) && item.id.includes('.');
  const at = (...more: PropertyKey[]): Place => ({
    ...source.at([...path, ...more]),
    ...(name === undefined ? {} : { step: name }),
  });
  if (dotted)
    found.mistake(at('id'), 'only steps of used blocks have a dot in their id: write a hyphen');
  return { name, at, ...(item ? { item } : {}) };
}

/** Steps that were written well, with where they stand. */
export const stepsOf = (workflow: Written): { step: Step; at: WrittenItem['at'] }[] =>
  workflow.items.flatMap(({ item, at }) => (item && !isUse(item) ? [{ step: item, at }] : []));

export const itemsOf = ({ items }: Written): Item[] =>
  items.flatMap(({ item }) => (item ? [item] : []));

/** Lines of `key=value` (Dahua) and forms as trees: `Events[0].TrafficCar.Lane=1` is where JSON would have it. */
type Tree = Record<string, unknown>;

const LINE = /^[ \t]*([A-Za-z][\w.[\] -]{0,200}?)[ \t]*=(.*)$/;
const PUSHED = /^\s*Code=([\w-]{1,60});\s*action=([\w-]{1,20});[^{\n]{0,200}data=(\{[^]*\})\s*$/i;
const DEEPEST = 12;
const MOST = 5_000;

export const isFields = (text: string): boolean =>
  /^\s*heartbeat\s*$/i.test(text) || LINE.test(text.trimStart().split(/\r?\n/, 1)[0] ?? '');

/** Undefined: not a line of it is one. */
export function fieldsOf(text: string): Tree | undefined {
  if (/^\s*heartbeat\s*$/i.test(text)) return { Heartbeat: true };
  const pushed = PUSHED.exec(text);
  if (pushed) {
    try {
      return { Events: [{ Code: pushed[1], Action: pushed[2], ...JSON.parse(pushed[3]!) }] };
    } catch {
      return undefined;
    }
  }
  const tree: Tree = {};
  let count = 0;
  for (const line of text.split(/\r?\n/)) {
    const [, key, value = ''] = LINE.exec(line) ?? [];
    if (key === undefined) continue;
    if ((count += 1) > MOST) break;
    put(tree, key, value.trim());
  }
  return count > 0 ? tree : undefined;
}

/** `a=b&c=d`; a field that holds JSON is that JSON where it is the only one that says anything. */
export function urlFields(text: string): Tree | undefined {
  const tree: Tree = {};
  for (const [name, value] of new URLSearchParams(text)) {
    const json = /^\s*[[{]/.test(value) ? tryJson(value) : undefined;
    if (json !== undefined && /^(json|data|payload|event|body|message)$/i.test(name)) return json;
    put(tree, name, value);
  }
  return Object.keys(tree).length > 0 ? tree : undefined;
}

function tryJson(text: string): Tree | undefined {
  try {
    return JSON.parse(text) as Tree;
  } catch {
    return undefined;
  }
}

function put(tree: Tree, key: string, value: string): void {
  const steps = key.split(/[.[\]]+/).filter(Boolean);
  if (steps.length === 0 || steps.length > DEEPEST || steps.includes('__proto__')) return;
  let here: Tree | unknown[] = tree;
  for (const [i, step] of steps.entries()) {
    const at = here as Tree;
    if (Array.isArray(here) && !/^\d{1,3}$/.test(step)) return;
    if (i === steps.length - 1) {
      if (!Object.hasOwn(at, step)) at[step] = value;
      return;
    }
    const inner = Object.hasOwn(at, step) ? at[step] : undefined;
    if (inner !== undefined && typeof inner !== 'object') return;
    if (inner === undefined) at[step] = /^\d+$/.test(steps[i + 1]!) ? [] : {};
    here = at[step] as Tree | unknown[];
  }
}

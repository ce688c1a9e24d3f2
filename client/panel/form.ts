import { useCallback, useMemo } from 'react';
import { useDraft } from '../draft.ts';

/**
 * A form whose typed fields lie as a draft over what the program proposes: proposals may still
 * change underneath, what a person typed does not. Survives closing, reloading and other people.
 */
export function useFormDraft<T extends object>(
  name: string,
  proposed: T,
): [form: T, change: (patch: Partial<T>) => void, clear: () => void, typed: boolean] {
  const [json, write, clear] = useDraft(name);
  const typed = useMemo(() => parse<T>(json), [json]);
  const form = useMemo(() => ({ ...proposed, ...typed }), [proposed, typed]);
  const change = useCallback(
    (patch: Partial<T>) => write(JSON.stringify({ ...typed, ...patch })),
    [typed, write],
  );
  return [form, change, clear, json !== ''];
}

/** A draft that cannot be read (another version wrote it) is no draft. */
function parse<T extends object>(json: string): Partial<T> {
  try {
    const value: unknown = json ? JSON.parse(json) : {};
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

export interface Field {
  value: string;
  set: (value: string) => void;
  /** The value as somebody else changed it while this one was being typed. */
  meanwhile: string | undefined;
  /** Gives up the own text for theirs. */
  takeTheirs: () => void;
  /** Keeps the own text and does not mention the change again. */
  keepMine: () => void;
  clear: () => void;
  changed: boolean;
}

interface Kept {
  text: string;
  /** The value over which it was typed. */
  base: string;
}

/**
 * One field of a thing that others may change too. What is typed here is never overwritten: when the
 * thing changes meanwhile, `meanwhile` says so and the person decides.
 */
export function useField(name: string, current: string): Field {
  const [kept, change, clear, typed] = useFormDraft<Kept>(name, { text: current, base: current });
  const value = typed ? kept.text : current;
  return {
    value,
    set: (text) => change({ text, base: typed ? kept.base : current }),
    meanwhile: typed && kept.base !== current && kept.text !== current ? current : undefined,
    takeTheirs: clear,
    keepMine: () => change({ base: current, text: kept.text }),
    clear,
    changed: typed && kept.text.trim() !== current,
  };
}

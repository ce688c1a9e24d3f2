import { createKeybindingsHandler } from 'tinykeys';
import type { Action } from './action.ts';

/**
 * Binds the keys of all actions. Letters and digits never fire while typing, nor under an open
 * dialog, which has keys of its own. Returns what unbinds.
 */
export function bindKeys(actions: () => readonly Action[]): () => void {
  const bound = new Map<string, Action[]>();
  for (const action of actions()) {
    for (const keys of action.keys ? variants(action.keys) : [])
      bound.set(keys, [...(bound.get(keys) ?? []), action]);
  }
  const handle = createKeybindingsHandler(
    Object.fromEntries(
      [...bound].map(([keys, candidates]) => [
        keys,
        (event: KeyboardEvent) => {
          // Bound in more than one spelling (`2`, `Digit2`), it is still pressed once.
          if (event.defaultPrevented) return;
          const typing = isTyping(event.target);
          const action = candidates.find(
            (one) => (!typing || one.whileTyping) && (one.when?.() ?? true),
          );
          if (!action) return;
          event.preventDefault();
          action.run();
        },
      ]),
    ),
  );
  const listen = (event: KeyboardEvent) => {
    if (event.isComposing || event.defaultPrevented || document.querySelector(OPEN_LAYER)) return;
    handle(event);
  };
  addEventListener('keydown', listen);
  return () => removeEventListener('keydown', listen);
}

const OPEN_LAYER = 'dialog:modal, [popover]:popover-open:not([popover=manual])';

/** A sign such as `?` needs Shift on some keyboards and not on others; on AZERTY digits do. */
function variants(keys: string): string[] {
  if (/^[^\w\s]$/.test(keys)) return [keys, `Shift+${keys}`];
  if (/^\d$/.test(keys)) return [keys, `Shift+${keys}`, `Digit${keys}`];
  return [keys];
}

export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement)
    return !['checkbox', 'radio', 'button', 'range', 'submit'].includes(target.type);
  return (
    target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  );
}

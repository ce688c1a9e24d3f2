import { Fragment } from 'react';
import css from './Kbd.module.css';

const NAMES: Readonly<Record<string, string>> = {
  $mod: /Mac|iP/.test(navigator.platform) ? '⌘' : 'Ctrl',
  Control: 'Ctrl',
  Shift: '⇧',
  Enter: '⏎',
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Space: '␣',
};
const nameOf = (key: string) =>
  NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key.replace(/^(Digit|Key)/, ''));

/** `g i` is a sequence, `$mod+k` a chord: each key on its own cap. */
export const keyNames = (keys: string): string[][] =>
  keys.split(' ').map((chord) => (chord === '+' ? ['+'] : chord.split('+').map(nameOf)));

/** A shortcut in tinykeys notation, as key caps. */
export function Kbd({ keys }: { keys: string }) {
  return (
    <span className={css.keys} aria-hidden="true">
      {keyNames(keys).map((chord, i) => (
        <Fragment key={i}>
          {chord.map((name, j) => (
            <kbd key={j} className={css.cap}>
              {name}
            </kbd>
          ))}
        </Fragment>
      ))}
    </span>
  );
}

import { useEffect, useEffectEvent, useState, type RefObject } from 'react';
import { isTyping } from '../../keys.ts';
import { theCamera } from '../camera.ts';
import { setPoint, takeBack } from './edit.ts';
import { endTool, takeHeldKeys } from './state.ts';

/**
 * The keyboard while a tool is in hand. Its keys go before those of the console; what it does not know
 * is left to them, except letters and digits: nobody who draws means to set a priority.
 * `field`: where what was typed before the bar came belongs.
 */
export function useToolKeys(
  own: (event: KeyboardEvent, typing: boolean) => boolean,
  enter: () => void,
  field?: RefObject<HTMLInputElement | null>,
  typed?: (text: string) => void,
): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.isComposing) return;
    if (document.querySelector('dialog:modal')) return;
    const typing = isTyping(event.target);
    const onControl = event.target instanceof HTMLButtonElement;
    const done = own(event, typing) || common(event, typing, onControl);
    const plain = event.key.length === 1 && !typing && !/^[+\-0?]$/.test(event.key);
    if (!done && !plain) return;
    if (onControl && !done) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  });

  function common({ key }: KeyboardEvent, typing: boolean, onControl: boolean): boolean {
    if (key === 'Escape') endTool();
    else if (key === 'Enter' && !onControl) enter();
    else if (typing || onControl) return false;
    else if (key === ' ') {
      const middle = theCamera()?.middle();
      if (middle) setPoint(middle);
    } else if (key === 'Backspace') takeBack();
    else return false;
    return true;
  }

  // Enter came before the bar: what was typed before it is taken up first, in a picture of its own.
  const [hasty, setHasty] = useState(false);
  const finish = useEffectEvent(enter);
  useEffect(() => {
    if (hasty) finish();
  }, [hasty]);

  const begin = useEffectEvent(() => {
    const keys = takeHeldKeys();
    const text = keys.filter((key) => key.length === 1).join('');
    if (text) typed?.(text);
    if (keys.includes('Enter')) setHasty(true);
    return text;
  });

  useEffect(() => {
    const before = document.activeElement;
    const text = begin();
    const input = field?.current;
    if (input) {
      input.focus();
      if (!text) input.select();
    } else focusMap();
    addEventListener('keydown', press, true);
    return () => {
      removeEventListener('keydown', press, true);
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [field]);
}

/** There the arrows pan. */
export const focusMap = (): void =>
  document.querySelector<HTMLElement>('[data-testid=map] canvas')?.focus({ preventScroll: true });

import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '../part/Button.tsx';
import { Icon } from '../part/Icon.tsx';
import { Kbd } from '../part/Kbd.tsx';
import { PriorityMark } from '../part/PriorityMark.tsx';
import { clockOf } from '../part/time.ts';
import { usePicture } from '../store.ts';
import { dropToast, dropToasts, useToasts, type Toast } from '../toast.ts';
import { openDialog, select } from '../ui.ts';
import css from './Toaster.module.css';

const SHOWN = 4;

/**
 * Messages over the top of the map. In the browser's top layer, and put there again with each new
 * one, so that an open dialog does not cover what has just come in.
 */
export function Toaster() {
  const { t } = useTranslation();
  const { toasts } = useToasts();
  const layer = useRef<HTMLDivElement>(null);
  const newest = toasts.at(-1)?.id;
  useEffect(() => {
    const element = layer.current;
    if (!element || newest === undefined) return;
    element.hidePopover();
    element.showPopover();
    return () => element.hidePopover();
  }, [newest]);

  // The most urgent first, then the newest; the rest as a number.
  const order = [...toasts].sort(
    (a, b) => (a.priority ?? 3) - (b.priority ?? 3) || b.at - a.at || (a.id < b.id ? 1 : -1),
  );
  const more = order.length - SHOWN;
  return (
    <div
      ref={layer}
      popover="manual"
      className={css.layer}
      role="region"
      aria-label={t('shell.messages')}
      data-testid="toasts"
    >
      <div aria-live="assertive" className={css.list}>
        {order.slice(0, SHOWN).map((one) => (
          <Message key={one.id} toast={one} />
        ))}
      </div>
      {more > 0 && (
        <div className={css.more}>
          {t('shell.moreNews', { count: more })}
          <button type="button" onClick={() => dropToasts(() => true)}>
            {t('shell.putAllAway')}
          </button>
        </div>
      )}
    </div>
  );
}

function Message({ toast }: { toast: Toast }) {
  const { t } = useTranslation();
  const skew = usePicture((p) => p.skew);
  const { id, priority, head, values, text, thing, keys, act, tone } = toast;
  const open = () => {
    dropToast(id);
    if (thing) select(thing.kind, thing.id);
    else if (head === 'shell.refusedOne') openDialog({ name: 'outbox' });
  };
  return (
    <div className={css.toast} data-priority={priority} data-tone={tone}>
      <button type="button" className={css.open} onClick={open}>
        {priority ? (
          <PriorityMark priority={priority} size={24} />
        ) : (
          <Icon name={tone === 'bad' ? 'warn' : tone === 'good' ? 'tick' : 'person'} size={20} />
        )}
        <span className={css.words}>
          <b>
            {t(head, values ?? {})} <time className={css.when}>{clockOf(toast.at + skew)}</time>
            {keys && <Kbd keys={keys} />}
          </b>
          {text && <span className={css.text}>{text}</span>}
        </span>
      </button>
      {act && (
        <Button
          size="small"
          keys={act.keys}
          onClick={() => {
            dropToast(id);
            act.run();
          }}
        >
          {t(act.label)}
        </Button>
      )}
      <IconButton
        icon="close"
        size="small"
        label={t('shell.putAway')}
        onClick={() => dropToast(id)}
      />
    </div>
  );
}

import { openAlerts } from '../../../shared/subject/anpr/select.ts';
import { usePicture } from '../../store.ts';
import { useToasts } from '../../toast.ts';
import { setUi } from '../../ui.ts';
import { alertNow, isNew } from './do.ts';

export const GO = 'Shift+I';

/** Where one goes among the alerts: what was just called out, else what nobody looks at, else the first. */
function whereTo(): string | undefined {
  const called = useToasts
    .getState()
    .toasts.filter(({ thing }) => thing?.kind === 'anpr' && alertNow(thing.id))
    .sort((a, b) => (a.priority ?? 4) - (b.priority ?? 4) || b.at - a.at)[0];
  const open = openAlerts(usePicture.getState().shown.anpr);
  return called?.thing?.id ?? (open.find(isNew) ?? open[0])?.id;
}

/** To the alerts, with the keyboard; never by itself. */
export function goToAlerts(): void {
  const id = whereTo();
  setUi({
    ...{ screen: 'console', tab: 'active', search: '' },
    ...(id === undefined ? {} : { selected: { kind: 'anpr', id } }),
  });
  // It may have been hidden under another screen.
  requestAnimationFrame(() =>
    document.querySelector<HTMLElement>('[data-testid=queue-alerts] [role=listbox]')?.focus(),
  );
}

import { useTranslation } from 'react-i18next';
import type { Action } from '../action.ts';
import { Dialog } from '../part/Dialog.tsx';
import { Kbd, keyNames } from '../part/Kbd.tsx';
import { closeDialog } from '../ui.ts';
import css from './KeysDialog.module.css';

/** `?`: every key, by group, from the same list that binds them. */
export function KeysDialog({ actions }: { actions: readonly Action[] }) {
  const { t } = useTranslation();
  const withKeys = actions.filter((one) => one.keys !== undefined);
  const groups = Map.groupBy(withKeys, (one) => one.group);
  return (
    <Dialog title={t('shell.keysTitle')} width={1160} onClose={closeDialog} testId="keys">
      <div className={css.columns}>
        {[...groups].map(([group, list]) => (
          <section key={group} className={css.group}>
            <h3>{t(group)}</h3>
            <dl>
              {list.map((one) => (
                <div key={one.id} className={css.row}>
                  <dt>{t(one.label)}</dt>
                  <dd>
                    <Kbd keys={one.keys!} />
                    <span className="visually-hidden">
                      {keyNames(one.keys!)
                        .map((chord) => chord.join(' '))
                        .join(', ')}
                    </span>
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

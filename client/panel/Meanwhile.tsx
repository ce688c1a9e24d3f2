import { useTranslation } from 'react-i18next';
import { Button } from '../part/Button.tsx';
import { Notice } from '../part/Notice.tsx';
import type { Field } from './form.ts';
import css from './dialog.module.css';

/** Somebody else changed what is being typed here: says to what, and leaves the choice. */
export function Meanwhile({ field, name }: { field: Field; name?: (value: string) => string }) {
  const { t } = useTranslation();
  if (field.meanwhile === undefined) return null;
  const value = name ? name(field.meanwhile) : field.meanwhile;
  return (
    <div data-testid="meanwhile">
      <Notice tone="warn">
        <div className={css.row}>
          <span>{t('incident.changedMeanwhile', { value })}</span>
          <Button size="small" onClick={field.takeTheirs}>
            {t('incident.useTheirs')}
          </Button>
          <Button size="small" onClick={field.keepMine}>
            {t('incident.keepMine')}
          </Button>
        </div>
      </Notice>
    </div>
  );
}

import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContactRow, OrganisationRow } from '../../../shared/subject/directory/schema.ts';
import { Button } from '../../part/Button.tsx';
import { useMay } from '../hooks.ts';
import { isDue } from './due.ts';
import { ask, check, setDirectory, today } from './state.ts';
import css from './directory.module.css';

/** Name of a record, and what can be done with it; the same as the keys. */
export function CardHead({
  kind,
  row,
  name,
  children,
}: {
  kind: 'organisation' | 'contact';
  row: OrganisationRow | ContactRow;
  name: string;
  children?: ReactNode;
}) {
  const { t } = useTranslation();
  const may = useMay();
  const day = today();
  return (
    <header className={css.cardHead}>
      <h2>{name}</h2>
      <div className={css.bar}>
        {children}
        <span className={css.grow} />
        {may('directory.check') && row.checked !== day && (
          <Button
            size="small"
            icon="tick"
            keys="v"
            kind={isDue(row.checked, day) ? 'primary' : 'plain'}
            data-testid="directory-check"
            onClick={() => check({ kind, id: row.id })}
          >
            {t('directory.check')}
          </Button>
        )}
        {may('directory.save') && (
          <Button
            size="small"
            icon="edit"
            keys="e"
            data-testid="directory-edit"
            onClick={() => setDirectory({ edits: 'chosen' })}
          >
            {t('directory.edit')}
          </Button>
        )}
        {may('directory.remove') && (
          <Button
            size="small"
            kind="quiet"
            onClick={() => ask({ what: 'remove', kind, id: row.id })}
          >
            {t('directory.remove')}
          </Button>
        )}
      </div>
    </header>
  );
}

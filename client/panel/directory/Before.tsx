import { useTranslation } from 'react-i18next';
import { canonicalRecord, recordOf } from '../../../shared/subject/directory/record.ts';
import type { ContactRow, OrganisationRow } from '../../../shared/subject/directory/schema.ts';
import { Button } from '../../part/Button.tsx';
import { send } from '../../send.ts';
import { useMay } from '../hooks.ts';
import { nameOf, useNaming, type Naming } from './names.ts';
import css from './directory.module.css';

/** What the last edit changed, and the way back: a new edit that says what stood there before. */
export function Before({
  kind,
  row,
}: {
  kind: 'organisation' | 'contact';
  row: OrganisationRow | ContactRow;
}) {
  const { t } = useTranslation();
  const may = useMay();
  const naming = useNaming();
  const { before } = row;
  if (!before) return null;
  const now = recordOf(row as never) as unknown as Record<string, unknown>;
  const fields = [...new Set([...Object.keys(before), ...Object.keys(now)])].filter(
    (name) => canonicalRecord({ is: before[name] }) !== canonicalRecord({ is: now[name] }),
  );
  // A yearly check is no edit.
  const edited = fields.filter((name) => name !== 'checked' && name !== 'keeper');
  if (edited.length === 0) return null;
  return (
    <details className={css.before}>
      <summary>
        {t('directory.beforeChanged', {
          fields: edited.map((name) => t(`directory.field-${name}`)).join(', '),
        })}
      </summary>
      <dl className={css.facts}>
        {edited.map((name) => (
          <div key={name}>
            <dt>{t(`directory.field-${name}`)}</dt>
            <dd>{told(before[name], naming) || '–'}</dd>
          </div>
        ))}
      </dl>
      {may('directory.save') && (
        <Button
          size="small"
          onClick={() => {
            const { checked, keeper } = row;
            send('directory.save', {
              [kind]: { ...before, checked, keeper },
              basedOn: row.seq,
            });
          }}
        >
          {t('directory.restore')}
        </Button>
      )}
    </details>
  );
}

/** A value of a record in one line: lists by their parts, ids by their names. */
function told(value: unknown, naming: Naming): string {
  if (Array.isArray(value)) return value.map((one) => told(one, naming)).join(' · ');
  if (typeof value === 'boolean') return value ? '✓' : '–';
  if (typeof value === 'object' && value !== null)
    return Object.values(value)
      .map((one) => told(one, naming))
      .join(' ');
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return '';
  const { plan, lang } = naming;
  const lists = [plan.functions, plan.channels, plan.categories, plan.municipalities];
  const list = lists.find((one) => one.some(({ id }) => id === value));
  return list ? nameOf(list, value, lang) : value;
}

import { useTranslation } from 'react-i18next';
import type { ListDifference, ListEntry } from '../../../../shared/anpr/list.ts';
import { Notice } from '../../../part/Notice.tsx';
import { momentOf } from '../../../part/time.ts';
import { useLang } from '../../hooks.ts';
import { changesOf, type EntryField } from './transfer.ts';
import frame from '../anpr-screens.module.css';
import css from './lists.module.css';

/** What a file would change, or changed: what is refused first, then what goes, what differs, what is new. */
export function ImportReport({
  difference,
  done,
  name,
}: {
  difference: ListDifference;
  done: boolean;
  name: string;
}) {
  const { t } = useTranslation();
  const lang = useLang();
  const { rejected, rejectedCount, duplicates, sample } = difference;
  const number = (value: number) => value.toLocaleString(lang);
  const left = (all: number, shown: number) =>
    all > shown && <p className={frame.dim}>{t('hotlist.andMore', { count: all - shown })}</p>;
  return (
    <div className={css.report} data-testid="list-difference">
      <Notice tone={done ? 'good' : 'plain'}>
        <p>
          {name && <b>{name}: </b>}
          {t(done ? 'hotlist.importDone' : 'hotlist.importWould', {
            ...{ base: difference.base, version: difference.base + 1 },
            ...{ added: number(difference.added), changed: number(difference.changed) },
            ...{ removed: number(difference.removed), same: number(difference.same) },
          })}
        </p>
        {duplicates > 0 && <p>{t('hotlist.duplicates', { count: duplicates })}</p>}
      </Notice>
      {rejectedCount > 0 && (
        <section>
          <h3>{t('hotlist.rejected', { count: rejectedCount })}</h3>
          <p className={frame.warn}>{t('hotlist.rejectedNote')}</p>
          <ul className={css.rejected}>
            {rejected.map(({ line, field, message }, i) => (
              <li key={i}>
                <b>{t('hotlist.line', { line })}</b> {message} {field && <code>{field}</code>}
              </li>
            ))}
          </ul>
          {left(rejectedCount, rejected.length)}
        </section>
      )}
      {difference.removed > 0 && (
        <section>
          <h3>{t('hotlist.removed', { count: difference.removed })}</h3>
          <Table entries={sample.removed} sign="−" />
          {left(difference.removed, sample.removed.length)}
        </section>
      )}
      {difference.changed > 0 && (
        <section>
          <h3>{t('hotlist.changed', { count: difference.changed })}</h3>
          <Changes changed={sample.changed} />
          {left(difference.changed, sample.changed.length)}
        </section>
      )}
      {difference.added > 0 && (
        <section>
          <h3>{t('hotlist.added', { count: difference.added })}</h3>
          <Table entries={sample.added} sign="+" />
          {left(difference.added, sample.added.length)}
        </section>
      )}
    </div>
  );
}

/** `sign`: before each plate, so that adding and removing are told without colour. */
function Table({ entries, sign }: { entries: readonly ListEntry[]; sign: '+' | '−' }) {
  const { t } = useTranslation();
  const heads = ['plate', 'country', 'reason', 'vehicle', 'reference'] as const;
  return (
    <table className={frame.table}>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {t(`hotlist.${head}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.id} data-sign={sign}>
            <td>
              <b className={css.sign}>{sign}</b> <span className={frame.plate}>{entry.plate}</span>
            </td>
            <td>{entry.country ?? t('hotlist.anyCountry')}</td>
            <td>{entry.reason}</td>
            <td>{entry.vehicle}</td>
            <td>{entry.reference}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Changes({ changed }: { changed: ListDifference['sample']['changed'] }) {
  const { t } = useTranslation();
  const told = (field: EntryField, value: string) => {
    if (value === '') return t('hotlist.nothing');
    return field === 'from' || field === 'until' ? momentOf(value) : value;
  };
  const heads = ['plate', 'field', 'before', 'after'] as const;
  return (
    <table className={frame.table}>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {t(`hotlist.${head}`)}
            </th>
          ))}
        </tr>
      </thead>
      {changed.map(({ before, after }) => {
        const fields = changesOf(before, after);
        return (
          <tbody key={after.id}>
            {fields.map((one, i) => (
              <tr key={one.field}>
                {i === 0 && (
                  <th scope="rowgroup" rowSpan={fields.length}>
                    <b className={css.sign}>~</b>{' '}
                    <span className={frame.plate}>{before.plate}</span>
                  </th>
                )}
                <td>{t(`hotlist.${one.field}`)}</td>
                <td>
                  <del>{told(one.field, one.before)}</del>
                </td>
                <td>
                  <ins>{told(one.field, one.after)}</ins>
                </td>
              </tr>
            ))}
          </tbody>
        );
      })}
    </table>
  );
}

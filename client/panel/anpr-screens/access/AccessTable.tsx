import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccessRow } from '../../../../shared/anpr/lookback.ts';
import { Icon } from '../../../part/Icon.tsx';
import { useLang } from '../../hooks.ts';
import { stampOf } from '../day.ts';
import { ROW } from '../state.ts';
import { sentenceOf, type Naming } from './sentence.ts';
import frame from '../anpr-screens.module.css';
import css from './access.module.css';

/** The lines, refused ones marked. `plain`: for paper, where nothing can be walked through. */
export const AccessTable = memo(function AccessTable({
  rows,
  naming,
  plain = false,
}: {
  rows: readonly AccessRow[];
  naming: Naming;
  plain?: boolean;
}) {
  const { t } = useTranslation();
  const lang = useLang();
  return (
    <table
      className={plain ? undefined : `${frame.table} ${frame.edge}`}
      data-testid={plain ? 'access-paper' : 'access-rows'}
    >
      <caption className="visually-hidden">{t('plates.tab-access')}</caption>
      <thead>
        <tr>
          {(['number', 'when', 'whatHead', 'sentence'] as const).map((head) => (
            <th key={head} scope="col">
              {t(`plates.${head}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, i) => {
          const refused = row.what === 'refused' || row.refused !== undefined;
          return (
            <tr
              key={row.id}
              data-refused={refused || undefined}
              {...(plain ? {} : { [ROW]: row.id, tabIndex: i === 0 ? 0 : -1 })}
            >
              <td className={frame.number}>{row.seq}</td>
              <td className={frame.number}>{stampOf(row.at, lang)}</td>
              <td>
                <span className={css.what} data-what={refused ? 'refused' : row.what}>
                  {refused && <Icon name="warn" size={12} />}
                  {t(`plates.what-${row.what}`)}
                </span>
              </td>
              <td className={css.sentence}>{sentenceOf(row, naming)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
});

import { useTranslation } from 'react-i18next';
import { align, differs } from './align.ts';
import css from './anpr.module.css';

/** A number plate as the list has it, as one sees it on a car. */
export function Plate({
  text,
  country,
  certainty,
  large,
}: {
  text: string;
  country?: string | undefined;
  certainty?: 'certain' | 'possible';
  large?: boolean;
}) {
  return (
    <span
      className={css.plate}
      data-certainty={certainty}
      data-large={large || undefined}
      translate="no"
    >
      {country && (
        <span className={css.country} aria-hidden="true">
          {country}
        </span>
      )}
      {text}
    </span>
  );
}

/** What the camera read, where it is not what the list has: each other character marked by its shape. */
export function RawRead({ listed, raw }: { listed: string; raw: string }) {
  const { t } = useTranslation();
  if (!differs(listed, raw)) return null;
  return (
    <span className={css.read}>
      <span className="visually-hidden">{t('anpr.readAs', { raw })}</span>
      <span aria-hidden="true" translate="no" title={t('anpr.readAs', { raw })}>
        {align(listed, raw).map(({ read, same }, i) =>
          same ? read : <mark key={i}>{read || '·'}</mark>,
        )}
      </span>
    </span>
  );
}

/** Listed and read one under the other, character by character; a different one is framed and has a wedge. */
export function Compare({
  listed,
  raw,
  certainty,
}: {
  listed: string;
  raw: string;
  certainty: 'certain' | 'possible';
}) {
  const { t } = useTranslation();
  const cells = align(listed, raw);
  const other = cells.filter(({ same }) => !same);
  return (
    <div className={css.compare} data-certainty={certainty} data-testid="anpr-compare">
      <table translate="no">
        <caption className="visually-hidden">
          {other.length === 0
            ? t('anpr.sameText')
            : t('anpr.otherText', {
                count: other.length,
                list: other.map(({ listed: a, read: b }) => `${b || '–'} ≠ ${a || '–'}`).join(', '),
              })}
        </caption>
        <tbody>
          <tr>
            <th scope="row">{t('anpr.listed')}</th>
            {cells.map((cell, i) => (
              <td key={i} data-same={cell.same}>
                {cell.listed || '–'}
              </td>
            ))}
          </tr>
          <tr>
            <th scope="row">{t('anpr.read')}</th>
            {cells.map((cell, i) => (
              <td key={i} data-same={cell.same}>
                {cell.read || '–'}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
      <p className={css.dim}>
        {t('anpr.asWritten', { listed, raw })}
        {' · '}
        {other.length === 0 ? t('anpr.same') : t('anpr.other', { count: other.length })}
      </p>
    </div>
  );
}

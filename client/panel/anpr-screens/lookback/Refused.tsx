import { useTranslation } from 'react-i18next';
import { Notice } from '../../../part/Notice.tsx';
import css from './lookback.module.css';

/** Why there is no answer: the rule, in words and by its code. */
export function Refused({ code, message }: { code: string; message: string }) {
  const { t } = useTranslation();
  return (
    <div className={css.refused} tabIndex={-1} data-testid="look-refused">
      <Notice tone="bad">
        <p>
          <b>{t('lookback.refused')}</b> {message || t('shell.unreachable')}
        </p>
        <p>
          {code === 'unreachable' ? t('lookback.notAsked') : t('lookback.refusedNote', { code })}
        </p>
      </Notice>
    </div>
  );
}

import { useTranslation } from 'react-i18next';
import { Door } from './Door.tsx';
import css from './Waiting.module.css';

/** Until the server has said who sits here; its words come only when that takes long. */
export function Waiting() {
  const { t } = useTranslation();
  return (
    <div className={css.late}>
      <Door>
        <p role="status">{t('shell.waitingServer')}</p>
      </Door>
    </div>
  );
}

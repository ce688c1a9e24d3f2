import { useTranslation } from 'react-i18next';
import { Button } from '../part/Button.tsx';
import { Icon } from '../part/Icon.tsx';
import { ageText, clockOf, useNow } from '../part/time.ts';
import { useStale } from '../stale.ts';
import { ageOf, usePicture } from '../store.ts';
import css from './StaleBanner.module.css';

/** Says in words that the picture is old, and since when. Typing goes on under it. */
export function StaleBanner() {
  const { t } = useTranslation();
  useNow();
  const { stale } = useStale();
  const signAt = usePicture((p) => p.signAt);
  const skew = usePicture((p) => p.skew);
  const link = usePicture((p) => p.link);
  if (link === 'protocol-old')
    return (
      <div className={css.banner} role="alert" data-testid="reload-banner">
        <Icon name="warn" />
        <strong>{t('shell.staleWord')}</strong>
        <span>{t('shell.protocolOld')}</span>
        <Button size="small" kind="primary" onClick={() => location.reload()}>
          {t('shell.reload')}
        </Button>
      </div>
    );
  if (!stale) return null;
  return (
    <div className={css.banner} data-never={!signAt || undefined} data-testid="stale-banner">
      <Icon name="warn" />
      <strong role="alert">{t('shell.staleWord')}</strong>
      <span>
        {signAt
          ? t('shell.staleSince', {
              time: clockOf(signAt.wall + skew),
              age: ageText(ageOf(signAt)),
            })
          : t('shell.staleNever')}
      </span>
      <span className={css.more}>{t('shell.staleGoOn')}</span>
    </div>
  );
}

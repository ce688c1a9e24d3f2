import { useTranslation } from 'react-i18next';
import { CopyButton } from '../../part/CopyButton.tsx';
import { useUi } from '../../ui.ts';
import { useLayers } from '../layers.ts';
import { useSeen } from '../seen.ts';
import { viewLink } from '../share.ts';
import { ShareCode } from './ShareCode.tsx';
import css from '../MapPane.module.css';

/** The view as it is now, for a telephone in the field. It follows the map while it stands open. */
export function ShareView() {
  const { t } = useTranslation();
  // What the link is made of.
  useSeen((all) => all.box);
  useLayers((all) => all.chosen);
  useUi((ui) => ui.selected);
  const link = viewLink();
  if (!link) return null;
  const near = ['localhost', '127.0.0.1', '[::1]'].includes(location.hostname);
  return (
    <div className={css.share}>
      <ShareCode text={link} size="200px" label={t('map.qr')} />
      <p>
        {t('map.shareLink')} <CopyButton text={link} />
      </p>
      <p className={css.dim}>{t('map.shareNote')}</p>
      {near && <p className={css.late}>{t('map.shareNear')}</p>}
    </div>
  );
}

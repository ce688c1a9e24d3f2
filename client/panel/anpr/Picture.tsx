import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PassageRow } from '../../../shared/subject/anpr/schema.ts';
import { Button } from '../../part/Button.tsx';
import { clockOf } from '../../part/time.ts';
import { useLooking, zoomOn } from './state.ts';
import css from './anpr.module.css';

const pictureOf = ({ alert, read }: PassageRow): string =>
  `/api/anpr/alerts/${encodeURIComponent(alert)}/pictures/${encodeURIComponent(read)}`;

/** The picture that the camera took. Each one that is asked for is written down in the access log. */
export function Picture({ passage, camera }: { passage: PassageRow; camera: string }) {
  const { t } = useTranslation();
  const zoom = useLooking((l) => l.zoom);
  const [lost, setLost] = useState<string>();
  if (!passage.picture || lost === passage.id)
    return (
      <p className={css.placeholder} data-testid="anpr-no-picture">
        {t(passage.picture ? 'anpr.pictureGone' : 'anpr.noPicture')}
      </p>
    );
  return (
    <figure className={css.picture} data-plate-picture data-testid="anpr-picture">
      <div className={css.scroll} tabIndex={0} role="group" aria-label={t('anpr.picture')}>
        <img
          src={pictureOf(passage)}
          alt={t('anpr.pictureOf', { camera, at: clockOf(passage.at) })}
          style={{ width: `${zoom * 100}%`, maxHeight: zoom === 1 ? undefined : 'none' }}
          onClick={zoomOn}
          onError={() => setLost(passage.id)}
        />
      </div>
      <figcaption>
        <span className={css.cut}>
          {camera}, {clockOf(passage.at)}
        </span>
        <Button size="small" keys="v" onClick={zoomOn}>
          {t('anpr.zoomNow', { zoom })}
        </Button>
      </figcaption>
    </figure>
  );
}

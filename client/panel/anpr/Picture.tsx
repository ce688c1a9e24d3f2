import { useLayoutEffect, useRef, useState } from 'react';
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
  const frame = useRef<HTMLDivElement>(null);
  // Enlarged, its middle stays in sight: that is where the plate is.
  useLayoutEffect(() => {
    const { current: box } = frame;
    if (!box) return;
    box.scrollLeft = (box.scrollWidth - box.clientWidth) / 2;
    box.scrollTop = (box.scrollHeight - box.clientHeight) / 2;
  }, [zoom]);
  if (!passage.picture || lost === passage.id)
    return (
      <p className={css.placeholder} data-testid="anpr-no-picture">
        {t(passage.picture ? 'anpr.pictureGone' : 'anpr.noPicture')}
      </p>
    );
  return (
    <figure className={css.picture} data-plate-picture data-testid="anpr-picture">
      <div
        ref={frame}
        className={css.scroll}
        data-zoomed={zoom > 1 || undefined}
        tabIndex={0}
        role="group"
        aria-label={t('anpr.picture')}
      >
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

import { useTranslation } from 'react-i18next';
import { ageText, useNow } from '../part/time.ts';
import { syncState, useStale, type SyncState } from '../stale.ts';
import { ageOf, usePicture } from '../store.ts';
import css from './SyncLight.module.css';

/** Each state has a shape of its own, so that it is told without colour and from afar. */
const SHAPES: Readonly<Record<SyncState, string>> = {
  live: 'M6 11A5 5 0 1 0 6 1a5 5 0 0 0 0 10Z',
  connecting: 'M6 10.5a4.5 4.5 0 1 1 4.5-4.5',
  stale: 'M6 .5 11.8 11H.2Z',
  'signed-out': 'M1 1h10v10H1Z',
  'protocol-old': 'M6 .5 11.5 6 6 11.5 .5 6Z',
};

/** Number of the last entry shown and how old the link is: promise P2, in the corner of the eye. */
export function SyncLight() {
  const { t } = useTranslation();
  useNow();
  useStale();
  const seq = usePicture((p) => p.seq);
  const link = usePicture((p) => p.link);
  const signAt = usePicture((p) => p.signAt);
  const state = syncState({ link, signAt });
  const word = t(`shell.sync_${state}`);
  return (
    <div
      className={css.light}
      data-state={state}
      data-testid="sync-light"
      title={t('shell.syncTip')}
    >
      <svg width={12} height={12} viewBox="0 0 12 12" aria-hidden="true">
        <path d={SHAPES[state]} />
      </svg>
      <span className={css.word} role="status">
        {word}
      </span>
      <span className={css.number}>
        #<span data-testid="sync-seq">{seq}</span>
        {signAt && <> · {ageText(ageOf(signAt))}</>}
      </span>
    </div>
  );
}

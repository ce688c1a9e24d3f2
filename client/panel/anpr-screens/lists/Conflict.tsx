import { useTranslation } from 'react-i18next';
import { useAnpr } from '../../../anpr.ts';
import { Notice } from '../../../part/Notice.tsx';
import { momentOf } from '../../../part/time.ts';

/** Somebody else changed the list meanwhile: who, and when. `note`: how to go on. */
export function Conflict({ list, base, note }: { list: string; base: number; note: string }) {
  const { t } = useTranslation();
  const now = useAnpr((anpr) => anpr.lists.find(({ id }) => id === list));
  return (
    <Notice tone="warn">
      {t('hotlist.conflict', {
        by: now?.changed.by ?? '?',
        at: now ? momentOf(now.changed.at) : '?',
        ...{ base, version: now?.version ?? '?' },
      })}{' '}
      {note}
    </Notice>
  );
}

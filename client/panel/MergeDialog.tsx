import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { candidates, type Candidate } from '../../shared/select.ts';
import { Button } from '../part/Button.tsx';
import { Dialog } from '../part/Dialog.tsx';
import { PriorityMark } from '../part/PriorityMark.tsx';
import { usePicture } from '../store.ts';
import { closeDialog } from '../ui.ts';
import { distanceText } from './distance.ts';
import { mergeReports } from './do.ts';
import { useNames, useReport } from './hooks.ts';
import { Picker } from './Picker.tsx';
import { placeText, placeWords } from './place.ts';
import { firstLine, reportText } from './report-text.ts';
import css from './dialog.module.css';

/** Nearer than this, the nearest incident is proposed: Enter then merges. Metres. */
const LIKELY = 1500;

/** Which incident do these reports belong to? The nearest stand first. */
export function MergeDialog({ reports }: { reports: readonly string[] }) {
  const { t } = useTranslation();
  const names = useNames();
  const first = useReport(reports[0]);
  const incident = usePicture((p) => p.shown.incident);
  const now = candidates({ incident }, { place: first?.place });
  // The order as it was on opening: a list that moves under the hand merges into the wrong one.
  const [order] = useState(() => now.map((one) => one.incident.id));
  const [chosen, setChosen] = useState(() =>
    (now[0]?.metres ?? Infinity) < LIKELY ? now[0]?.incident.id : undefined,
  );
  const stable = inOrder(now, order);

  const submit = () => {
    if (!chosen || !stable.some((one) => one.incident.id === chosen)) return;
    closeDialog();
    mergeReports(reports, chosen);
  };
  return (
    <Dialog
      title={t('queue.mergeCount', { count: reports.length })}
      width={620}
      onClose={closeDialog}
      onSubmit={submit}
      testId="dialog-merge"
      footer={
        <>
          <Button onClick={closeDialog}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit" keys="Enter" disabled={!chosen}>
            {t('queue.merge')}
          </Button>
        </>
      }
    >
      {first && reports.length === 1 && (
        <p className={css.quote}>{firstLine(reportText(first, names.lang), 300)}</p>
      )}
      <Picker
        label={t('common.incident')}
        placeholder={t('queue.mergeFilter')}
        none={t('queue.noCandidates')}
        value={chosen}
        onChange={setChosen}
        autoFocus
        choices={stable.map(({ incident: one, metres }) => ({
          id: one.id,
          name: `${one.number} ${one.title}`,
          words: `${names.type(one.type)} ${placeWords(one.place)}`,
          mark: <PriorityMark priority={one.priority} size={16} />,
          hint: distanceText(metres, t) || placeText(one.place, names.lang),
        }))}
      />
    </Dialog>
  );
}

/** Those of before in their order, then those that came since. */
function inOrder(now: readonly Candidate[], order: readonly string[]): Candidate[] {
  const known = order
    .map((id) => now.find((one) => one.incident.id === id))
    .filter((one) => one !== undefined);
  return [...known, ...now.filter((one) => !order.includes(one.incident.id))];
}

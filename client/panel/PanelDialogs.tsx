import { Suspense, useEffect } from 'react';
import { later } from '../later.ts';
import { useUi, closeDialog, type Dialog } from '../ui.ts';
import { AssignDialog } from './AssignDialog.tsx';
import { CloseDialog } from './CloseDialog.tsx';
import { DismissDialog } from './DismissDialog.tsx';
import { FileReportForm } from './FileReportForm.tsx';
import { HandOverDialog } from './HandOverDialog.tsx';
import { useIncident } from './hooks.ts';
import { LinkDialog } from './LinkDialog.tsx';
import { LocateDialog } from './LocateDialog.tsx';
import { MergeDialog } from './MergeDialog.tsx';
import { OpenIncidentForm } from './OpenIncidentForm.tsx';
import { ReopenDialog } from './ReopenDialog.tsx';
import { RestrictDialog } from './RestrictDialog.tsx';
import { RetitleDialog } from './RetitleDialog.tsx';

const PerimeterDialogs = later<{ dialog: Dialog }>(
  async () => (await import('./perimeter/PerimeterDialogs.tsx')).PerimeterDialogs,
);
const AlarmDialogs = later<{ dialog: Dialog }>(
  async () => (await import('./alarm/AlarmDialogs.tsx')).AlarmDialogs,
);
const PhaseDialogs = later<{ dialog: Dialog }>(
  async () => (await import('./phase/PhaseDialogs.tsx')).PhaseDialogs,
);
const ShiftDialogs = later<{ dialog: Dialog }>(
  async () => (await import('./shift/ShiftDialogs.tsx')).ShiftDialogs,
);
const AlertDialogs = later<{ dialog: Dialog }>(
  async () => (await import('./anpr/AlertDialogs.tsx')).AlertDialogs,
);
const RefusedDialog = later(async () => (await import('./plan/Refused.tsx')).RefusedDialog);
const AddDialog = later<{ id: string }>(
  async () => (await import('./task/AddDialog.tsx')).AddDialog,
);

/** The dialog of the panels that is open, if any. While the map waits for a click, it steps aside: what was typed is a draft. */
export function PanelDialogs() {
  const dialog = useUi((ui) => ui.dialog);
  const placing = useUi((ui) => ui.placing);
  if (!dialog || placing) return null;
  switch (dialog.name) {
    case 'open-incident':
      return <OpenIncidentForm key={dialog.report} report={dialog.report} place={dialog.place} />;
    case 'file-report':
      return <FileReportForm />;
    case 'merge':
      return <MergeDialog reports={dialog.reports} />;
    case 'dismiss':
      return <DismissDialog reports={dialog.reports} />;
    case 'close':
    case 'reopen':
    case 'hand-over':
    case 'assign':
    case 'link':
    case 'restrict':
    case 'retitle':
    case 'locate':
      return <OfIncident key={dialog.incident} name={dialog.name} id={dialog.incident} />;
    case 'perimeter-order':
    case 'perimeter-lift':
    case 'camera':
      return (
        <Suspense fallback={null}>
          <PerimeterDialogs dialog={dialog} />
        </Suspense>
      );
    case 'alarm-start':
    case 'alarm-stop':
    case 'channel-test':
    case 'channel-set':
      return (
        <Suspense fallback={null}>
          <AlarmDialogs dialog={dialog} />
        </Suspense>
      );
    case 'phase-declare':
    case 'phase-lift':
    case 'post-place':
    case 'post-lead':
    case 'post-seat':
    case 'post-meet':
    case 'post-talk':
    case 'post-adjourn':
    case 'post-cancel':
    case 'post-hold':
    case 'threat-set':
    case 'threat-end':
    case 'threats':
      return (
        <Suspense fallback={null}>
          <PhaseDialogs dialog={dialog} />
        </Suspense>
      );
    case 'shift':
    case 'shift-give':
    case 'shift-back':
      return (
        <Suspense fallback={null}>
          <ShiftDialogs dialog={dialog} />
        </Suspense>
      );
    case 'anpr-reject':
    case 'anpr-link':
    case 'anpr-open':
    case 'anpr-dispatch':
    case 'anpr-close':
    case 'anpr-reopen':
      return (
        <Suspense fallback={null}>
          <AlertDialogs dialog={dialog} />
        </Suspense>
      );
    case 'plan-refused':
      return (
        <Suspense fallback={null}>
          <RefusedDialog />
        </Suspense>
      );
    case 'task-add':
      return (
        <Suspense fallback={null}>
          <AddDialog key={dialog.incident} id={dialog.incident} />
        </Suspense>
      );
    default:
      return null;
  }
}

type Name = keyof typeof DIALOGS;

const DIALOGS = {
  close: CloseDialog,
  reopen: ReopenDialog,
  'hand-over': HandOverDialog,
  assign: AssignDialog,
  link: LinkDialog,
  restrict: RestrictDialog,
  retitle: RetitleDialog,
  locate: LocateDialog,
} as const;

/** An incident that leaves the sight of this person takes its dialog with it. */
function OfIncident({ name, id }: { name: Name; id: string }) {
  const incident = useIncident(id);
  const gone = incident === undefined;
  useEffect(() => {
    if (gone) closeDialog();
  }, [gone]);
  const Open = DIALOGS[name];
  return incident ? <Open incident={incident} /> : null;
}

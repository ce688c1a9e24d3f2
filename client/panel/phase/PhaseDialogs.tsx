import { useEffect, type ComponentType } from 'react';
import type { Incident } from '../../../shared/subject/incident/schema.ts';
import type { Meeting } from '../../../shared/subject/post/schema.ts';
import { usePicture } from '../../store.ts';
import { closeDialog, type Dialog } from '../../ui.ts';
import { useIncident } from '../hooks.ts';
import { EndThreat, SetThreat, Threats } from '../threat/ThreatDialogs.tsx';
import { DeclareDialog } from './DeclareDialog.tsx';
import { LiftDialog } from './LiftDialog.tsx';
import { AdjournDialog, CancelDialog, HoldDialog, MeetDialog } from './MeetingDialogs.tsx';
import { LeadDialog, PlaceDialog, SeatDialog, TalkDialog } from './PostDialogs.tsx';

const OF_INCIDENT: Readonly<Record<string, ComponentType<{ incident: Incident }>>> = {
  'phase-declare': DeclareDialog,
  'post-place': PlaceDialog,
  'post-lead': LeadDialog,
  'post-seat': SeatDialog,
  'post-meet': MeetDialog,
  'post-talk': TalkDialog,
};
const OF_MEETING: Readonly<Record<string, ComponentType<{ row: Meeting }>>> = {
  'post-adjourn': AdjournDialog,
  'post-cancel': CancelDialog,
  'post-hold': HoldDialog,
};

export function PhaseDialogs({ dialog }: { dialog: Dialog }) {
  switch (dialog.name) {
    case 'phase-lift':
      return <OfPhase key={dialog.phase} id={dialog.phase} />;
    case 'post-adjourn':
    case 'post-cancel':
    case 'post-hold':
      return <OfMeeting key={dialog.meeting} name={dialog.name} id={dialog.meeting} />;
    case 'phase-declare':
    case 'post-place':
    case 'post-lead':
    case 'post-seat':
    case 'post-meet':
    case 'post-talk':
      return <OfIncident key={dialog.incident} name={dialog.name} id={dialog.incident} />;
    case 'threat-set':
      return <SetThreat />;
    case 'threat-end':
      return <EndThreat key={dialog.threat} id={dialog.threat} />;
    case 'threats':
      return <Threats />;
    default:
      return null;
  }
}

/** Closes the dialog when what it is about leaves. */
function useGone(gone: boolean): void {
  useEffect(() => {
    if (gone) closeDialog();
  }, [gone]);
}

function OfIncident({ name, id }: { name: string; id: string }) {
  const incident = useIncident(id);
  useGone(incident === undefined);
  const Open = OF_INCIDENT[name];
  return incident && Open ? <Open incident={incident} /> : null;
}

function OfMeeting({ name, id }: { name: string; id: string }) {
  const row = usePicture((p) => p.shown.post.meetings.get(id));
  useGone(row === undefined);
  const Open = OF_MEETING[name];
  return row && Open ? <Open row={row} /> : null;
}

function OfPhase({ id }: { id: string }) {
  const row = usePicture((p) => p.shown.phase.phases.get(id));
  const gone = row === undefined || row.lifted !== undefined;
  useGone(gone);
  return gone ? null : <LiftDialog row={row} />;
}

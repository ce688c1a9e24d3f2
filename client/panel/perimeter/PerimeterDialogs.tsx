import { useEffect } from 'react';
import { usePicture } from '../../store.ts';
import { closeDialog, type Dialog } from '../../ui.ts';
import { useIncident } from '../hooks.ts';
import { CameraDialog } from './CameraDialog.tsx';
import { LiftDialog } from './LiftDialog.tsx';
import { OrderDialog } from './OrderDialog.tsx';

/** A perimeter that is lifted, or leaves the sight of this person, takes its dialog with it. */
function OfPerimeter({ name, id }: { name: 'perimeter-order' | 'perimeter-lift'; id: string }) {
  const row = usePicture((p) => p.shown.perimeter.perimeters.get(id));
  const incident = useIncident(row?.incident);
  const gone = !row || row.lifted !== undefined || !incident;
  useEffect(() => {
    if (gone) closeDialog();
  }, [gone]);
  if (gone) return null;
  const Open = name === 'perimeter-order' ? OrderDialog : LiftDialog;
  return <Open row={row} incident={incident} />;
}

function OfCamera({ incident: id, camera }: { incident: string; camera: string }) {
  const incident = useIncident(id);
  const gone = incident === undefined;
  useEffect(() => {
    if (gone) closeDialog();
  }, [gone]);
  return incident ? <CameraDialog incident={incident} camera={camera} /> : null;
}

export function PerimeterDialogs({ dialog }: { dialog: Dialog }) {
  switch (dialog.name) {
    case 'perimeter-order':
    case 'perimeter-lift':
      return <OfPerimeter key={dialog.perimeter} name={dialog.name} id={dialog.perimeter} />;
    case 'camera':
      return <OfCamera key={dialog.camera} incident={dialog.incident} camera={dialog.camera} />;
    default:
      return null;
  }
}

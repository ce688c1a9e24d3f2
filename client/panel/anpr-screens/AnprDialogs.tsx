import { createPortal } from 'react-dom';
import { EntryDialog } from './lists/EntryDialog.tsx';
import { ImportDialog } from './lists/ImportDialog.tsx';
import { RemoveEntryDialog } from './lists/RemoveEntryDialog.tsx';
import { ExportDialog } from './lookback/ExportDialog.tsx';
import { PictureDialog } from './lookback/PictureDialog.tsx';
import { usePlates } from './state.ts';

/** Outside of the screen, which is the page's `main`: a dialog has a `main` of its own. */
export const AnprDialogs = () => createPortal(<Asked />, document.body);

function Asked() {
  const asking = usePlates((p) => p.asking);
  switch (asking?.what) {
    case 'import':
      return <ImportDialog key={asking.list} list={asking.list} dropped={asking.file} />;
    case 'entry':
      return <EntryDialog {...asking} />;
    case 'remove':
      return <RemoveEntryDialog {...asking} />;
    case 'export':
      return <ExportDialog access={asking.access} seq={asking.seq} as={asking.as} />;
    case 'picture':
      return <PictureDialog access={asking.access} seq={asking.seq} row={asking.row} />;
    default:
      return null;
  }
}

import { createPortal } from 'react-dom';
import { DutyDialog } from './DutyDialog.tsx';
import { ImportDialog } from './ImportDialog.tsx';
import { PaperDialog } from './PaperDialog.tsx';
import { RemoveDialog } from './RemoveDialog.tsx';
import { useDirectory } from './state.ts';

/** Outside of the screen, which is the page's `main`: a dialog has a `main` of its own. */
export const DirectoryDialogs = () => createPortal(<Asked />, document.body);

function Asked() {
  const asking = useDirectory((d) => d.asking);
  switch (asking?.what) {
    case 'import':
      return <ImportDialog />;
    case 'paper':
      return <PaperDialog />;
    case 'duty':
      return <DutyDialog key={asking.duty} id={asking.duty} post={asking.post} />;
    case 'remove':
      return <RemoveDialog kind={asking.kind} id={asking.id} />;
    default:
      return null;
  }
}

import { DutyDialog } from './DutyDialog.tsx';
import { ImportDialog } from './ImportDialog.tsx';
import { PaperDialog } from './PaperDialog.tsx';
import { RemoveDialog } from './RemoveDialog.tsx';
import { useDirectory } from './state.ts';

export function DirectoryDialogs() {
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

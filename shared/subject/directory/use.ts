import { refuse, type Refusal } from '../../refusal.ts';
import type { DirectorySlice, Kind } from './schema.ts';

/** What hangs on a record goes first: nobody without an organisation, no duty of nobody. */
export function inUse(slice: DirectorySlice, kind: Kind, id: string): Refusal | undefined {
  if (kind === 'organisation') {
    const contact = slice.contacts.find(({ organisation }) => organisation === id);
    return contact && refuse('record-used', 'data.id', { by: contact.name });
  }
  if (kind === 'contact') {
    const duty = slice.duties.find(({ contact }) => contact === id);
    return duty && refuse('record-used', 'data.id', { by: duty.function });
  }
  return undefined;
}

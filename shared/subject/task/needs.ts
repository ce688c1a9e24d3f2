import type { PerimeterSlice } from '../perimeter/schema.ts';
import type { WindSlice } from '../wind/schema.ts';
import type { IncidentSlice } from '../incident/schema.ts';
import type { Table } from '../../subject.ts';
import type { TaskSlice } from './schema.ts';

/** What tasks need of the rest. Subjects that an older log or a smaller registry does not have are absent. */
export interface Needs {
  task: TaskSlice;
  incident: IncidentSlice;
  perimeter: PerimeterSlice;
  wind: WindSlice;
  journal: { entries: Table<{ incident?: string | undefined }> };
}

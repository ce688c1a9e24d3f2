import type { ChannelSlice } from '../channel/schema.ts';
import type { DirectorySlice } from '../directory/schema.ts';
import type { IncidentSlice } from '../incident/schema.ts';
import type { TaskSlice } from '../task/schema.ts';
import type { AlarmSlice } from './schema.ts';

/** What alarms need of the rest: whom to call, by what, for which step of which incident. */
export interface Needs {
  alarm: AlarmSlice;
  channel: ChannelSlice;
  directory: DirectorySlice;
  incident: IncidentSlice;
  task: TaskSlice;
}

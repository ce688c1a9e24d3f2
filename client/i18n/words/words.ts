import { common } from './common.ts';
import { accounts } from './accounts.ts';
import { command } from './command.ts';
import { shell } from './shell.ts';
import { journal } from './journal.ts';
import { incident } from './incident.ts';
import { queue } from './queue.ts';
import { map } from './map.ts';
import { print } from './print.ts';
import { traffic } from './traffic.ts';
import { unit } from './unit.ts';
import { perimeter } from './perimeter.ts';
import { place } from './place.ts';
import { task } from './task.ts';
import { directory } from './directory.ts';
import { alarm } from './alarm.ts';
import { phase } from './phase.ts';
import { shift } from './shift.ts';
import { plan } from './plan.ts';
import { storm } from './storm.ts';
import { anpr } from './anpr.ts';
import { plates } from './anpr-screens.ts';
import { hotlist } from './anpr-lists.ts';
import { lookback } from './anpr-lookback.ts';
import { platelog } from './anpr-log.ts';
import { pursuit } from './anpr-map.ts';

/**
 * Every text of the console, by area. A text is one object with all three languages, so that none
 * can be forgotten: the compiler sees to it. Plurals: keys `x_one`, `x_other`; values: `{{name}}`.
 */
export const words = {
  common,
  shell,
  accounts,
  command,
  journal,
  incident,
  queue,
  map,
  print,
  perimeter,
  place,
  traffic,
  unit,
  task,
  directory,
  alarm,
  phase,
  shift,
  plan,
  storm,
  anpr,
  plates,
  hotlist,
  lookback,
  platelog,
  pursuit,
};

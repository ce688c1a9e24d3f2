import { Map } from 'immutable';
import type { Event } from '../../entry.ts';
import { dropRows, editRows, type Table } from '../../subject.ts';
import { joinRestrictions, type Restrictions } from '../../restrictions.ts';

/**
 * Rows of other subjects that belong to one incident (its perimeters, its camera requests): as secret as
 * the incident is, and gone when it goes.
 */
export interface Attached {
  incident: string;
  restrictions?: Restrictions | undefined;
}

/** A table of attached rows after an event of their incident. `subject` and `name`: where a release carries them. */
export function followIncident<Row extends Attached>(
  table: Table<Row>,
  event: Event,
  subject: string,
  name: string,
): Table<Row> {
  const mine = (row: Row) => row.incident === event.id;
  switch (event.type) {
    case 'incident.archived':
    case 'incident.withdrawn':
      return table.some(mine) ? dropRows(table, mine) : table;
    case 'incident.restricted':
      return editRows(table, mine, (row) => ({
        ...row,
        restrictions: joinRestrictions(row.restrictions, event.restrictions),
      }));
    case 'incident.released': {
      const rows = (event.data['rows'] as Record<string, Record<string, object>>)[subject]?.[name];
      return rows ? table.merge(Map(rows as Record<string, Row>)) : table;
    }
    default:
      return table;
  }
}

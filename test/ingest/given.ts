import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readConfig } from '../../server/config.ts';
import { readDatexMapping } from '../../server/ingest/datex.ts';
import { Mapping, readMappings } from '../../server/ingest/mapping.ts';

/** The centre's own configuration, and the real inputs where they are at hand. */
const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));
export const config = path('../../config');
export const priorities = new Map(
  readConfig(config).incidentTypes.map((type) => [type.id, type.priority]),
);
export const mappings = readMappings(config, priorities);
export const datex = readDatexMapping(config, priorities);

export const fixtures = path('../../../shared/fixtures/incidents');
export const noFixtures = existsSync(fixtures) ? '' : 'skipped: ../shared/fixtures is not here';

/** A mapping that changes only what a test is about. */
export const mappingWith = (record: object): Mapping =>
  Mapping.parse({
    id: 'test',
    title: { nl: 't', fr: 't', en: 't' },
    record: { id: 'id', text: '{text}', ...record },
  });

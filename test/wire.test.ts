import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { SeenEntry } from '../shared/entry.ts';
import { commandSchemas, eventSchemas } from '../shared/registry.ts';
import { Answer, Batch, Beat, Join, Joined, Positions, Send } from '../shared/wire.ts';
import { PROTOCOL_VERSION } from '../shared/protocol.ts';

/** The wire and the log's shapes, locked together with the version that consoles are told. */
const LOCKED: Readonly<Record<number, string>> = {
  1: 'db23371efa751723438206e923b11a8fd0c1991925bf5d8529c8cab1c618f303',
  2: 'e62f57fb2ad9e2c8fe6cc05521102e595cef002422ba5cfde420e88b7e570511',
  3: '2c8cfd0ed6e402517942038697296a5d7512e1e34803520cc064d4f208a654c9',
  4: '91256b1917ed7628d6bcef83e86c83e2d59f7dd202bffef8365c7205c5c7a1cc',
};

const shapes = {
  Join,
  Joined,
  Send,
  Answer,
  Batch,
  Beat,
  Positions,
  SeenEntry,
  ...commandSchemas,
  ...eventSchemas,
};

function hashOfShapes(): string {
  const plain = Object.entries(shapes).map(([name, schema]) => [
    name,
    z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }),
  ]);
  return createHash('sha256').update(JSON.stringify(plain)).digest('hex');
}

it('[P2.10] a console of another version is told to reload: shapes and version change together', () => {
  // Another hash? Then something that goes over the wire, or into the log, has another shape. Raise
  // PROTOCOL_VERSION in shared/protocol.ts, add a line for it above, and, where events changed, raise
  // their `v`, add a lift in shared/upcast.ts and a golden log of the old shape in test/golden.
  expect([PROTOCOL_VERSION, hashOfShapes()]).toEqual([PROTOCOL_VERSION, LOCKED[PROTOCOL_VERSION]]);
});

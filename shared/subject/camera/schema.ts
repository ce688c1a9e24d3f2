import { z } from 'zod';
import type { CommandOf, EventOf, Table } from '../../subject.ts';
import { Id, someText } from '../../value.ts';
import type { Restrictions } from '../../restrictions.ts';

/**
 * Requests to look through somebody's camera for an incident (M10.1, the protocols with municipalities,
 * police zones and operators): who, through which, for what, recorded before the picture opens. Looking
 * at public places live is done under police supervision (camera law of 21 March 2007).
 */
export const commands = {
  'camera.request': z.object({
    incident: z.string(),
    camera: Id,
    /** Its name when it was asked for: catalogues change. */
    name: someText(120),
    reason: someText(500),
  }),
};
export const events = {
  'camera.requested': z.object({
    incident: z.string(),
    camera: z.string(),
    name: z.string(),
    reason: z.string(),
  }),
};
export type CameraCommand = CommandOf<typeof commands>;
export type CameraEvent = EventOf<typeof events>;

export interface CameraRequest {
  incident: string;
  camera: string;
  name: string;
  reason: string;
  person: string;
  by: string;
  at: string;
  restrictions?: Restrictions | undefined;
}
export type CameraSlice = { requests: Table<CameraRequest> };

export const requestKey = (incident: string, camera: string, person: string): string =>
  `${incident}|${camera}|${person}`;

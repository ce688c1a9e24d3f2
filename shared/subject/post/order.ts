import type { MeetingBody, SeatName } from './schema.ts';

/** In which order committees and seats are read; without schemas, so that a first picture can have it. */
export const BODY_ORDER: readonly MeetingBody[] = [
  'CP-OPS',
  'CC-GEM',
  'CC-PROV',
  'CC-FED',
  'other',
];
export const SEAT_ORDER: readonly SeatName[] = [
  ...(['authority', 'planning', 'D1', 'D2', 'D3', 'D4', 'D5'] as const),
  ...(['expert', 'secretary', 'other'] as const),
];

import { BODY_ORDER, SEAT_ORDER } from './order.ts';
import type { Meeting, Post, PostSlice, Seat } from './schema.ts';

/** Pure questions about coordination, for decisions and screens alike. */
type Of = { post: PostSlice };

export const postOf = ({ post }: Of, incident: string): Post | undefined =>
  post.posts.get(incident);

/** Posts whose place is on the map. */
export const postsOnMap = ({ post }: Of): Post[] =>
  [...post.posts.values()].filter(({ place }) => place?.point !== undefined);

/** Who sits in the committees of an incident: by committee, the authority first. */
export const seatsOf = ({ post }: Of, incident: string): Seat[] =>
  [...post.seats.values()]
    .filter((row) => row.incident === incident)
    .sort(
      (a, b) =>
        BODY_ORDER.indexOf(a.body) - BODY_ORDER.indexOf(b.body) ||
        SEAT_ORDER.indexOf(a.seat) - SEAT_ORDER.indexOf(b.seat) ||
        a.seq - b.seq,
    );

const isPlanned = ({ held, cancelled }: Meeting): boolean => !held && !cancelled;

/** Meetings that are to come or were not told to be held yet, the nearest first. */
export const plannedMeetings = ({ post }: Of, incident?: string): Meeting[] =>
  [...post.meetings.values()]
    .filter((row) => isPlanned(row) && (incident === undefined || row.incident === incident))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.seq - b.seq));

/** Those that are over, the latest first. */
export const pastMeetings = ({ post }: Of, incident: string): Meeting[] =>
  [...post.meetings.values()]
    .filter((row) => row.incident === incident && !isPlanned(row))
    .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : b.seq - a.seq));

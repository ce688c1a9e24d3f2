import { Map } from 'immutable';
import type { Event } from '../../entry.ts';
import type { Fold, Moment } from '../../subject.ts';
import { followIncident } from '../incident/attached.ts';
import type { Meeting, Post, PostEvent, PostSlice } from './schema.ts';

function evolve(slice: PostSlice, event: Event, entry: Moment): PostSlice {
  const { posts, seats, meetings } = slice;
  if (event.type.startsWith('incident.')) {
    const next = {
      posts: followIncident(posts, event, 'post', 'posts'),
      seats: followIncident(seats, event, 'post', 'seats'),
      meetings: followIncident(meetings, event, 'post', 'meetings'),
    };
    return next.posts === posts && next.seats === seats && next.meetings === meetings
      ? slice
      : next;
  }
  if (!event.type.startsWith('post.')) return slice;
  const known = event as PostEvent;
  const told = { at: entry.at, by: entry.actor.name };
  const stamp = known.restrictions ? { restrictions: known.restrictions } : {};
  const { incident } = known.data;
  const change = (edit: (post: Post) => Partial<Post>): PostSlice => {
    const post: Post = posts.get(incident) ?? { incident, groups: [], ...stamp };
    return { ...slice, posts: posts.set(incident, { ...post, ...edit(post) }) };
  };
  const move = (edit: Partial<Meeting>): PostSlice => {
    const meeting = meetings.get(known.id);
    return meeting
      ? { ...slice, meetings: meetings.set(known.id, { ...meeting, ...edit }) }
      : slice;
  };

  switch (known.type) {
    case 'post.placed': {
      const { incident: _, ...place } = known.data;
      return change(() => ({ place: { ...place, ...told } }));
    }
    case 'post.led': {
      const { incident: _, ...lead } = known.data;
      return change(() => ({ lead: { ...lead, ...told } }));
    }
    case 'post.talked': {
      const { group: name, use } = known.data;
      const row = { name, ...(use ? { use } : {}) };
      return change(({ groups }) => ({
        groups: groups.some((one) => one.name === name)
          ? groups.map((one) => (one.name === name ? row : one))
          : [...groups, row],
      }));
    }
    case 'post.muted':
      return change(({ groups }) => ({
        groups: groups.filter(({ name }) => name !== known.data.group),
      }));
    case 'post.seated': {
      const row = { ...known.data, id: known.id, since: entry.at, seq: entry.seq, ...stamp };
      return { ...slice, seats: seats.set(known.id, row) };
    }
    case 'post.unseated':
      return { ...slice, seats: seats.delete(known.id) };
    case 'post.met': {
      const row = { ...known.data, id: known.id, called: told, seq: entry.seq, ...stamp };
      return { ...slice, meetings: meetings.set(known.id, row) };
    }
    case 'post.adjourned':
      return move({ at: known.data.at, before: known.data.before });
    case 'post.cancelled':
      return move({ cancelled: { ...told, reason: known.data.reason } });
    case 'post.held': {
      const { note } = known.data;
      return move({ held: { ...told, ...(note ? { note } : {}) } });
    }
  }
}

export const fold = {
  name: 'post',
  initial: { posts: Map(), seats: Map(), meetings: Map() },
  evolve,
  follows: ['incident'],
  guarded: {},
  internal: [],
} satisfies Fold<PostSlice>;

import { lazy, type ComponentType } from 'react';

/**
 * A part of the screen whose code is fetched after the first picture. A server that is just then away
 * must not leave a hole: tried again until it comes.
 */
export const later = (load: () => Promise<ComponentType>) =>
  lazy(async () => ({ default: await again(load) }));

const again = (load: () => Promise<ComponentType>): Promise<ComponentType> =>
  load().catch(() => new Promise((done) => setTimeout(() => done(again(load)), 1_000)));

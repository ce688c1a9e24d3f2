import { lazy, type ComponentType } from 'react';

/**
 * A part of the screen whose code is fetched after the first picture. A server that is just then away
 * must not leave a hole: tried again until it comes.
 */
export const later = <Props extends object = object>(load: () => Promise<ComponentType<Props>>) =>
  lazy(async () => ({ default: await again(load) }));

const again = <Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): Promise<ComponentType<Props>> =>
  load().catch(() => new Promise((done) => setTimeout(() => done(again(load)), 1_000)));

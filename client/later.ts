import { lazy, type ComponentType } from 'react';
import { mapWords } from './i18n/i18n.ts';

/**
 * A part of the screen whose code, and words, are fetched after the first picture. A server that is just then away
 * must not leave a hole: tried again until it comes.
 */
export const later = <Props extends object = object>(load: () => Promise<ComponentType<Props>>) =>
  lazy(async () => ({ default: await again(load) }));

const again = <Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): Promise<ComponentType<Props>> =>
  Promise.all([load(), mapWords()])
    .then(([part]) => part)
    .catch(() => new Promise((done) => setTimeout(() => done(again(load)), 1_000)));

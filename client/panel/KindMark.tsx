import type { Kind } from '../../shared/subject/journal/schema.ts';

/** A shape per kind of entry, beside its word: bubble, seal, arrow, question, letter; a ring for automatic ones. */
const PATHS: Readonly<Record<Kind | 'auto', string>> = {
  message: 'M2.5 3h11v7.5H8L5 13.5v-3H2.5Z',
  decision: 'M8 1.5 14.5 8 8 14.5 1.5 8Zm-2.6 6.6 1.9 1.9 3.4-3.6',
  order: 'M1.5 5.5h7V2.5L14.5 8l-6 5.5v-3h-7Z',
  request: 'M5.2 5.8a2.8 2.8 0 1 1 4.1 2.5c-.9.5-1.3 1-1.3 2M8 13v.1',
  information: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12Zm0-6.6v3.8M8 4.9V5',
  auto: 'M8 10.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4Z',
};
const COLOURS: Readonly<Record<Kind | 'auto', string>> = {
  message: 'var(--text-dim)',
  decision: 'var(--accent)',
  order: 'var(--warn)',
  request: 'var(--warn)',
  information: 'var(--good)',
  auto: 'var(--text-dim)',
};

export function KindMark({ kind }: { kind: Kind | 'auto' }) {
  return (
    <svg
      width={16}
      height={16}
      viewBox="0 0 16 16"
      fill={kind === 'order' ? COLOURS.order : 'none'}
      stroke={COLOURS[kind]}
      strokeWidth={1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      style={{ flex: 'none' }}
    >
      <path d={PATHS[kind]} />
    </svg>
  );
}

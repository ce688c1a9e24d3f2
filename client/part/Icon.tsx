/** The few pictures of the shell, 16×16, drawn with the pen of the text around them. */
const PATHS = {
  search: 'M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10Zm3.6-1.4L14 14',
  sound: 'M2.5 6v4h2.6L8.5 13V3L5.1 6Zm8.3-.6a3.6 3.6 0 0 1 0 5.2m1.9-7.4a6.6 6.6 0 0 1 0 9.6',
  muted: 'M2.5 6v4h2.6L8.5 13V3L5.1 6Zm8.2.2 3.6 3.6m0-3.6-3.6 3.6',
  moon: 'M13.2 9.6A5.8 5.8 0 0 1 6.4 2.8a5.6 5.6 0 1 0 6.8 6.8Z',
  sun: 'M8 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM8 1v1.5M8 13.5V15M1 8h1.5M13.5 8H15M3 3l1.1 1.1M11.9 11.9 13 13M3 13l1.1-1.1M11.9 4.1 13 3',
  person: 'M8 7.5a2.7 2.7 0 1 0 0-5.4 2.7 2.7 0 0 0 0 5.4ZM2.7 14a5.3 5.3 0 0 1 10.6 0',
  outbox: 'M8 9.5V2m0 0L5.2 4.8M8 2l2.8 2.8M2.5 9v4.5h11V9',
  keys: 'M1.5 4h13v8h-13ZM4 6.7h.01M6.7 6.7h.01M9.3 6.7h.01M12 6.7h.01M4.5 9.5h7',
  close: 'm3.5 3.5 9 9m0-9-9 9',
  down: 'm4 6 4 4 4-4',
  plus: 'M8 3v10M3 8h10',
  copy: 'M5.5 5.5h8v8h-8Zm-3 5v-8h8',
  warn: 'M8 2 1.5 13.5h13ZM8 6.5v3.2M8 11.6v.1',
  tick: 'm3 8.5 3.3 3.3L13 5',
  clock: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12Zm0-9.5V8l2.4 1.6',
  pin: 'M8 14.5s4.8-4.4 4.8-8a4.8 4.8 0 0 0-9.6 0c0 3.6 4.8 8 4.8 8ZM8 8.2a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.4Z',
  lock: 'M3.5 7.5h9v6h-9Zm2-.2V5.2a2.5 2.5 0 0 1 5 0v2.1',
  link: 'M6.8 9.2a2.6 2.6 0 0 0 3.7 0l2.2-2.2a2.6 2.6 0 0 0-3.7-3.7L8 4.3M9.2 6.8a2.6 2.6 0 0 0-3.7 0L3.3 9A2.6 2.6 0 0 0 7 12.7l1-1',
  more: 'M2.8 8h.6M7.7 8h.6M12.6 8h.6',
  edit: 'm3 13 .6-2.9L11 2.7l2.3 2.3L5.9 12.4Z',
} as const;
export type IconName = keyof typeof PATHS;

export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      style={{ flex: 'none' }}
    >
      <path d={PATHS[name]} />
    </svg>
  );
}

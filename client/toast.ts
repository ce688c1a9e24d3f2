import { v7 as uuid } from 'uuid';
import { create } from 'zustand';
import type { Selected } from './ui.ts';

/** Short messages that come up over the work and go again. Newest last. */
export interface Toast {
  id: string;
  /** 1-4 for a thing with a priority. */
  priority?: number;
  tone: 'plain' | 'good' | 'bad';
  /** i18n key of the heading, and its values. */
  head: string;
  values?: Record<string, string | number>;
  text: string;
  /** Opened by a click; looking at it ends the message. */
  thing?: Selected;
  /** Key that leads to the thing, tinykeys notation: shown. */
  keys?: string;
  /** What can be done about it besides, with its key: i18n key of its name. */
  act?: { label: string; keys?: string; run: () => void };
  /** Stays until looked at or put away. */
  stays?: boolean;
  at: number;
}

const LASTS = 12_000;
const MOST = 30;

export const useToasts = create<{ toasts: readonly Toast[] }>()(() => ({ toasts: [] }));

export function toast(message: Omit<Toast, 'id' | 'at'>): string {
  const made: Toast = { ...message, id: uuid(), at: Date.now() };
  useToasts.setState(({ toasts }) => ({ toasts: [...toasts, made].slice(-MOST) }));
  if (!message.stays) setTimeout(() => dropToast(made.id), LASTS);
  return made.id;
}

export function dropToast(id: string): void {
  dropToasts((one) => one.id === id);
}

export function dropToasts(which: (toast: Toast) => boolean): void {
  const { toasts } = useToasts.getState();
  const left = toasts.filter((one) => !which(one));
  if (left.length < toasts.length) useToasts.setState({ toasts: left });
}

/** What goes out, how it went, and the shape of what it goes through. */

/** One message on its way out. */
export interface Message {
  /** The same for every attempt: a receiver tells by it a repetition from a new message. */
  key: string;
  space: string;
  kind: 'call' | 'test';
  to: string;
  subject: string;
  text: string;
  /** Where and with what an answer comes back. */
  answer?: { token: string; url?: string } | undefined;
}

/** How it went: `reason` is a short code, never what another server wrote. */
export type Sent =
  | { ok: true }
  /** `final`: the same again would fail again. `channel`: the means is at fault, not this address. */
  | { ok: false; reason: string; final: boolean; channel: boolean };

/** A means of sending that goes by itself. One attempt; patience is the outlet's. */
export interface Transport {
  send(message: Message): Promise<Sent>;
  /** Whether it would work now, without sending anything to anybody. */
  check(): Promise<Sent>;
  close(): void;
}

/** What a space sends through. Who holds one cannot tell, and need not, whether anybody outside hears it. */
export interface Outlet {
  readonly space: string;
  /** What was sent, where nothing leaves the house; undefined where it does. */
  readonly outbox: Outbox | undefined;
  send(channel: string, message: Message): Promise<Sent>;
  check(channel: string): Promise<Sent>;
  close(): void;
}

/** What an exercise, or a demo, would have sent. */
export interface Simulated extends Omit<Message, 'answer'> {
  at: string;
  channel: string;
  /** So that an exercise can be answered too. */
  answer?: Message['answer'];
}
export interface Outbox {
  messages(): readonly Simulated[];
}

import { create } from 'zustand';
import { serverNow } from './part/time.ts';
import { useUi, setUi, type Ui } from './ui.ts';

/**
 * The bell of the tower, made in the browser: no files to load, nothing to fail at night. Browsers
 * keep audio shut until the first click or key of a page; `blocked` says so, and the top bar shows it.
 */
export const useSound = create<{ blocked: boolean }>()(() => ({ blocked: false }));

let context: AudioContext | undefined;

/** Opens the audio, and again at the next click or key when the browser refuses. */
export function openSound(): () => void {
  const unlock = () => void audio()?.resume();
  addEventListener('pointerdown', unlock, true);
  addEventListener('keydown', unlock, true);
  audio();
  return () => {
    removeEventListener('pointerdown', unlock, true);
    removeEventListener('keydown', unlock, true);
  };
}

function audio(): AudioContext | undefined {
  if (context || !('AudioContext' in globalThis)) return context;
  const made = new AudioContext();
  const tell = () => useSound.setState({ blocked: made.state !== 'running' });
  made.addEventListener('statechange', tell);
  tell();
  context = made;
  return made;
}

/** `double`: between the two, for lists of plates that ask for it. */
export type Urgency = 'alarm' | 'double' | 'notice';
export const TUNES: readonly Ui['tune'][] = ['bell', 'pulse', 'chime'];

/** A note: Hz, seconds from now, seconds, share of the volume, shape of the wave. */
type Note = readonly [
  hz: number,
  after: number,
  lasts: number,
  share: number,
  wave: OscillatorType,
];

/** A struck bell: its partials are not harmonic, which is what makes it one. */
const strike = (hz: number, after: number): Note[] => [
  [hz, after, 1.8, 0.5, 'sine'],
  [hz * 2, after, 1.2, 0.28, 'sine'],
  [hz * 2.76, after, 0.8, 0.16, 'sine'],
  [hz * 5.4, after, 0.3, 0.08, 'sine'],
];
const pulses = (hz: number, count: number): Note[] =>
  Array.from({ length: count }, (_, i): Note => [hz, i * 0.18, 0.12, 0.5, 'triangle']);
const notes = (...hz: number[]): Note[] =>
  hz.map((one, i): Note => [one, i * 0.16, 0.7, 0.5, 'sine']);

const SCORES: Readonly<Record<Ui['tune'], Readonly<Record<Urgency, Note[]>>>> = {
  bell: {
    alarm: [...strike(659, 0), ...strike(659, 0.45), ...strike(494, 0.9)],
    double: [...strike(587, 0), ...strike(587, 0.4)],
    notice: strike(494, 0),
  },
  pulse: { alarm: pulses(988, 5), double: pulses(784, 3), notice: pulses(660, 2) },
  chime: {
    alarm: notes(784, 988, 1175, 988, 1175),
    double: notes(784, 659, 784, 659),
    notice: notes(659, 784),
  },
};

/** Rings, unless muted. `test`: at the desk's volume, also when muted. */
export function ring(urgency: Urgency, test = false): void {
  const { volume, tune, mutedUntil } = useUi.getState();
  if (volume === 0 || (!test && isMuted(mutedUntil))) return;
  const to = audio();
  if (!to) return;
  void to.resume();
  for (const [hz, after, lasts, share, wave] of SCORES[tune][urgency]) {
    const at = to.currentTime + after;
    const tone = new OscillatorNode(to, { frequency: hz, type: wave });
    const gain = new GainNode(to, { gain: 0 });
    gain.gain.setValueAtTime(0, at);
    gain.gain.linearRampToValueAtTime(share * volume ** 2, at + 0.01);
    gain.gain.exponentialRampToValueAtTime(0.0001, at + lasts);
    tone.connect(gain).connect(to.destination);
    tone.start(at);
    tone.stop(at + lasts);
  }
}

const isMuted = (until: string | undefined): boolean =>
  until !== undefined && Date.parse(until) > serverNow();

/** Milliseconds of silence left, 0 for none. */
export const muteLeft = (until: string | undefined, now: number): number =>
  until === undefined ? 0 : Math.max(0, Date.parse(until) - now);

/** Silence for so many minutes; 0 ends it. It always ends by itself: a console is never deaf for good. */
export const mute = (minutes: number): void =>
  setUi({
    mutedUntil: minutes > 0 ? new Date(serverNow() + minutes * 60_000).toISOString() : undefined,
  });

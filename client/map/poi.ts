/**
 * Pictures of what stands on the ground: a path in a square of 16, how it is drawn, and the ground it
 * stands on. The shape of the ground tells the group apart without colour: square for who helps,
 * round for transport, a shield for control, bare for the rest.
 */
export interface Poi {
  plate: 'square' | 'round' | 'eye' | 'bare';
  tone: 'help' | 'transport' | 'control' | 'quiet';
  tool: 'pen' | 'brush';
  path: string;
  /** A letter in place of a path. */
  letter?: string;
}

export const POIS: Readonly<Record<string, Poi>> = {
  hospital: { plate: 'square', tone: 'help', tool: 'brush', path: '', letter: 'H' },
  'fire-station': {
    plate: 'square',
    tone: 'help',
    tool: 'brush',
    path: 'M8.4 2c.4 2.6 3.6 3.9 3.6 7.2A4 4 0 0 1 8 13.6a4 4 0 0 1-4-4.4c0-1.7.9-2.7 1.8-3.5.1 1.2.5 1.9 1.2 2.2C6.8 5.8 7.1 3.6 8.4 2Z',
  },
  'police-station': {
    plate: 'square',
    tone: 'help',
    tool: 'brush',
    path: 'M8 2.2 13 4v4c0 3-2.1 5-5 6-2.9-1-5-3-5-6V4Z',
  },
  station: {
    plate: 'round',
    tone: 'transport',
    tool: 'pen',
    path: 'M5 3h6v7H5ZM5 7h6M5.6 13l1-2.4M10.4 13l-1-2.4',
  },
  'metro-station': { plate: 'round', tone: 'transport', tool: 'brush', path: '', letter: 'M' },
  building: {
    plate: 'bare',
    tone: 'quiet',
    tool: 'pen',
    path: 'M3 6.6 8 3.4l5 3.2M3.6 13h8.8M4.6 7.4v5M8 7.4v5M11.4 7.4v5',
  },
  school: {
    plate: 'bare',
    tone: 'quiet',
    tool: 'pen',
    path: 'M1.8 6.4 8 3.6l6.2 2.8L8 9.2ZM4.4 7.8v3.4c2 1.8 5.2 1.8 7.2 0V7.8',
  },
  'event-ground': { plate: 'bare', tone: 'quiet', tool: 'pen', path: 'M4 14V2.6l8.4 3L4 8.8' },
  camera: {
    plate: 'eye',
    tone: 'control',
    tool: 'pen',
    path: 'M3 5.4h7v5.2H3ZM10 7.2l3.4-1.6v4.8L10 8.8',
  },
  'anpr-camera': { plate: 'eye', tone: 'control', tool: 'brush', path: '', letter: 'N' },
};

import type { AnprCamera } from '../../../shared/anpr/camera.ts';
import { metresBetween } from '../../../shared/geo/metres.ts';

/**
 * Invented traffic of a day before the cameras of the region: vehicles that drive from one camera to
 * another and pass those that lie on the way. Pure: time and chance are handed in.
 */
export interface Vehicle {
  /** As it stands on the plate, with hyphens. */
  plate: string;
  country: string;
  kind: string;
  colour: string;
  make: string;
}
export interface Passing {
  vehicle: Vehicle;
  camera: string;
  /** Milliseconds since 1970. */
  at: number;
  direction: 'approaching' | 'leaving';
  /** Metres per second. */
  speed: number;
}

/**
 * Share of a working day's traffic in each of its hours, local time: two peaks, a quiet night. Rounded
 * from the shape that urban counts have; not a measurement of Brussels.
 */
export const HOURS: readonly number[] = [
  0.9, 0.6, 0.4, 0.4, 0.7, 1.8, 4.2, 6.9, 7.3, 5.9, 5.2, 5.3, 5.5, 5.5, 5.7, 6.2, 7.2, 7.6, 6.8,
  5.1, 3.9, 3.0, 2.3, 1.6,
].map((share) => share / 100);

/** How many vehicles pass all cameras in a second at this hour, where `perDay` do in a day. */
export const perSecond = (hour: number, perDay: number): number =>
  ((HOURS[hour] ?? 0) * perDay) / 3_600;

const COLOURS = ['grey', 'black', 'white', 'blue', 'red', 'silver'];
const MAKES = ['Volkswagen', 'Renault', 'Peugeot', 'Toyota', 'BMW', 'Opel', 'Dacia', 'Ford'];
const KINDS = ['car', 'car', 'car', 'car', 'car', 'van', 'van', 'truck', 'motorcycle'];

const pick = <T>(list: readonly T[], random: () => number): T =>
  list[Math.floor(random() * list.length)]!;
const digits = (n: number, random: () => number): string =>
  Array.from({ length: n }, () => Math.floor(random() * 10)).join('');
const letters = (n: number, random: () => number): string =>
  Array.from({ length: n }, () => pick([...'ABCDEFGHJKLNPRSTUVXYZ'], random)).join('');

/** Every invented plate has an X as the first of its letters. */
export function inventVehicle(random: () => number): Vehicle {
  const origin = random();
  const [country, plate] =
    origin < 0.82
      ? ['BE', `${1 + Math.floor(random() * 2)}-X${letters(2, random)}-${digits(3, random)}`]
      : origin < 0.9
        ? ['FR', `X${letters(1, random)}-${digits(3, random)}-${letters(2, random)}`]
        : origin < 0.95
          ? ['NL', `X${letters(1, random)}-${digits(3, random)}-${letters(1, random)}`]
          : origin < 0.99
            ? ['DE', `X-${letters(2, random)}-${digits(4, random)}`]
            : ['LU', `X${letters(1, random)}-${digits(4, random)}`];
  return {
    ...{ plate: plate, country: country },
    ...{ kind: pick(KINDS, random), colour: pick(COLOURS, random), make: pick(MAKES, random) },
  };
}

/** Metres from the straight way within which a camera lies on it. */
const BESIDE = 700;

/** A drive from one camera to another, past those on the way, at the speed of a city. */
export function drive(
  vehicle: Vehicle,
  cameras: readonly AnprCamera[],
  from: number,
  random: () => number,
): Passing[] {
  const [start, end] = [pick(cameras, random), pick(cameras, random)];
  const whole = metresBetween(start.point, end.point);
  const speed = 7 + random() * 8;
  return cameras
    .map((camera) => {
      const [a, b] = [
        metresBetween(start.point, camera.point),
        metresBetween(camera.point, end.point),
      ];
      return { camera, along: a, detour: a + b - whole };
    })
    .filter(({ camera, detour }) => camera === start || camera === end || detour < BESIDE)
    .sort((one, other) => one.along - other.along)
    .map(({ camera, along }) => ({
      ...{
        vehicle,
        camera: camera.id,
        speed: Math.round(speed * (0.8 + random() * 0.4) * 10) / 10,
      },
      at: from + (along / speed) * 1_000 * (1 + random() * 0.15),
      direction: random() < 0.5 ? 'approaching' : 'leaving',
    }));
}

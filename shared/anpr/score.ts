import { likelihood, surroundings, type Reading } from './channel.ts';
import { claimed, fitsCountry, presence, presenceBut, readiness } from './format.ts';
import type { Doubt, Hit } from './match.ts';

/** An entry of a list that a read may be. `T` is what the caller knows it by. */
export interface Candidate<T> {
  /** Normalised. */
  plate: string;
  country?: string | undefined;
  /** Of the read, by `likelihood` or as an alternative of the engine: above 0. */
  likelihood: number;
  /** Whether it may be a hit; else it only stands in the way of others (outside its validity). */
  counts: boolean;
  of: T;
}

export interface Scored<T> {
  of: T;
  how: Hit['how'];
  probability: number;
  others: number;
  /** Empty: certain if the probability reaches the list's threshold. */
  doubts: Doubt[];
}

/** Shorter ones are parts of many others. */
const SHORTEST_CERTAIN = 5;
/** A listed vehicle from which the read could come so well makes an exact read doubtful. */
const NEIGHBOUR = { same: 0.01, longer: 0.001 };
const CLOSE = { alternative: 0.2, listed: 0.02 };
/** What stands on a list of this region has a reason to be here: at least so readily does it pass, with a foreign country and without any. */
const LISTED = { abroad: 0.1, somewhere: 0.5 };
const LIKELY_OTHER = 0.003;

/** Likelihood of a plate for a read: by its characters or as what else the engine offers. */
export const likelihoodOf = (
  reading: Reading,
  plate: string,
  codes: Uint8Array,
  at = 0,
  length = codes.length,
): number =>
  Math.max(
    likelihood(reading, codes, at, length),
    reading.alternatives.size > 0 ? (reading.alternatives.get(plate) ?? 0) : 0,
  );

interface Vehicle {
  plate: string;
  country: string | undefined;
  likelihood: number;
  weight: number;
}

/**
 * Listed vehicles: entries with the same plate are one, unless their countries differ. One without a
 * country is that of a named country, if no other has such plates more often here.
 */
function vehiclesOf<T>(reading: Reading, candidates: readonly Candidate<T>[]): Vehicle[] {
  const { claim } = reading;
  const vehicles = new Map<string, Vehicle>();
  const likeliest = new Set<string>();
  for (const { plate, country } of candidates)
    if (country !== undefined && readiness(plate, country) >= readiness(plate))
      likeliest.add(plate);
  for (const { plate, country, likelihood: its } of candidates) {
    if (country === undefined && likeliest.has(plate)) continue;
    const key = `${plate} ${country ?? ''}`;
    if (vehicles.has(key)) continue;
    const ready = readiness(plate, country, claim);
    const least =
      country === undefined ? LISTED.somewhere : LISTED.abroad * claimed(claim, country);
    const weight = its * (plate === reading.plate ? Math.max(ready, least) : ready);
    vehicles.set(key, { plate, country, likelihood: its, weight });
  }
  return [...vehicles.values()];
}

/** Vehicles on no list that bear the plate as read, where listed ones are said to be of other countries. */
function elsewhere({ plate, claim }: Reading, exact: readonly Vehicle[]): number {
  if (exact.length === 0) return presence(plate, claim);
  const listed = new Set(exact.map(({ country }) => country));
  return listed.has(undefined) ? 0 : presenceBut(plate, claim, listed);
}

/**
 * The chance that the vehicle which was read is each of these, by Bayes: how well the read fits each
 * listed plate, beside all other listed plates that it fits, and beside the vehicles on no list which
 * could have been read so: those make it improbable that a neighbour by one character is the wanted car.
 * Candidates must be all listed plates of which the likelihood is above 0. Told are
 * those with a probability of `least` or more. `sees`: whether one may be counted among the others that
 * are told of with a hit.
 */
export function score<T>(
  reading: Reading,
  listed: readonly Candidate<T>[],
  least: number,
  sees: (of: T, other: T) => boolean = () => true,
): Scored<T>[] {
  // What lost two characters makes the plate that is left doubtful, and nothing else.
  const cut = ({ plate }: Candidate<T>): boolean =>
    plate.length === reading.plate.length + 2 && !reading.alternatives.has(plate);
  const found = listed.some(({ plate }) => plate === reading.plate);
  const candidates = found ? listed : listed.filter((one) => !cut(one));
  const vehicles = vehiclesOf(reading, candidates);
  const exact = vehicles.filter(({ plate }) => plate === reading.plate);
  const plates = new Set(vehicles.map(({ plate }) => plate));
  let around = surroundings(reading);
  for (const { plate, likelihood: its } of vehicles)
    if (plate !== reading.plate && !reading.alternatives.has(plate))
      around -= its * presence(plate, reading.claim);
  let total = elsewhere(reading, exact) + Math.max(0, around);
  for (const { weight } of vehicles) total += weight;
  for (const [plate, its] of reading.alternatives)
    if (!plates.has(plate)) total += its * presence(plate, reading.claim);
  const likely = candidates.filter(({ likelihood: its }) => its >= LIKELY_OTHER);
  const doubts = doubtsOf(reading, vehicles);
  const byPlate = Map.groupBy(vehicles, ({ plate }) => plate);
  const scored: Scored<T>[] = [];
  for (const candidate of candidates) {
    const { plate, country, of } = candidate;
    if (!candidate.counts || cut(candidate)) continue;
    const own = (byPlate.get(plate) ?? []).filter(
      (one) => country === undefined || one.country === country,
    );
    const weight = own.reduce((sum, one) => sum + one.weight, 0);
    const probability = total > 0 ? Math.min(1, weight / total) : 0;
    if (probability < least) continue;
    const how = plate === reading.plate ? 'exact' : 'confusable';
    const others = new Set<string>();
    for (const one of likely)
      if (one.plate !== plate || !own.some((it) => isOf(it.country, one.country)))
        if (sees(of, one.of)) others.add(`${one.plate} ${one.country ?? ''}`);
    scored.push({
      of,
      how,
      probability,
      others: others.size,
      doubts: how === 'exact' ? [...doubts, ...countryDoubt(reading, country)] : [],
    });
  }
  return scored.sort((a, b) => b.probability - a.probability);
}

const isOf = (one: string | undefined, other: string | undefined): boolean =>
  one === undefined || other === undefined || one === other;

function doubtsOf(reading: Reading, vehicles: readonly Vehicle[]): Doubt[] {
  const doubts: Doubt[] = [];
  const { plate, alternatives } = reading;
  if (reading.unsure) doubts.push('confidence');
  if (plate.length < SHORTEST_CERTAIN) doubts.push('short');
  const others = vehicles.filter((one) => one.plate !== plate);
  const close = (one: Vehicle): boolean => (alternatives.get(one.plate) ?? 0) >= CLOSE.listed;
  if ([...alternatives.values()].some((its) => its >= CLOSE.alternative) || others.some(close))
    doubts.push('alternatives');
  if (
    others.some(
      (one) =>
        !alternatives.has(one.plate) &&
        one.likelihood >= (one.plate.length === plate.length ? NEIGHBOUR.same : NEIGHBOUR.longer),
    )
  )
    doubts.push('neighbour');
  return doubts;
}

/** The engine takes it for a vehicle of another country than the list says, or than issues such plates. */
function countryDoubt({ plate, claim }: Reading, country: string | undefined): Doubt[] {
  if (claim === undefined) return [];
  const other = country === undefined ? fitsCountry(plate, claim) === false : country !== claim;
  // A personalised Belgian plate may be anything.
  return other && !(country === undefined && claim === 'BE') ? ['country'] : [];
}

/** Where the read and a plate differ: position in the read, what was read there, what the plate has. */
export function differences(read: string, plate: string): Hit['differences'] {
  if (read === plate) return [];
  if (read.length === plate.length)
    return [...read].flatMap((symbol, at) =>
      symbol === plate[at] ? [] : [{ at, read: symbol, entry: plate[at] ?? '' }],
    );
  let at = 0;
  while (at < read.length && at < plate.length && read[at] === plate[at]) at++;
  let end = 0;
  while (
    end < Math.min(read.length, plate.length) - at &&
    read[read.length - 1 - end] === plate[plate.length - 1 - end]
  )
    end++;
  return [
    { at, read: read.slice(at, read.length - end), entry: plate.slice(at, plate.length - end) },
  ];
}

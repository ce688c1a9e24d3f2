/** Why an exact read is not certain. Each is a reason by itself, whatever the probability. */
export const DOUBTS = ['confidence', 'short', 'country', 'alternatives', 'neighbour'] as const;
export type Doubt = (typeof DOUBTS)[number];

/** What the matcher says of a read. Only ever one vehicle of a list per hit; never the nearest one by default. */
export interface Hit {
  list: string;
  version: number;
  /** Id of the list's entry. */
  entry: string;
  /** `exact`: the plate as read is that of the entry. `confusable`: it differs by characters that engines mistake. */
  how: 'exact' | 'confusable';
  /** Calibrated: of all hits with p, p are the vehicle of the entry. */
  probability: number;
  /** By the list's thresholds, and only `exact` can be certain. */
  certainty: 'certain' | 'possible';
  /** Where read and entry differ: position in the read, what was read, what the entry has. */
  differences: { at: number; read: string; entry: string }[];
  /** Other plates of lists that the read could be as well: of lists only that everybody sees who sees this one. */
  others: number;
  /** Of an exact read that is `possible`: why, beside a probability below the list's threshold. */
  doubts?: readonly Doubt[];
}

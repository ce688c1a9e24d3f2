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
  /** Other entries of lists that the read could be as well. */
  others: number;
}

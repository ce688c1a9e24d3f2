import type { PlateRead } from '../../../shared/anpr/read.ts';
import type { Refusal } from '../../../shared/refusal.ts';

/** What an adapter finds in a message: not yet held against the catalogue, the clock or the rules for plates. */
export interface Found {
  kind: 'read';
  /** Names of the device that the message gives, the surest first. */
  devices: readonly string[];
  /** They are names that many devices give themselves (`VideoSource_1`). */
  vague?: boolean | undefined;
  /** The source's own id of the read. */
  id?: string | undefined;
  /** `verbatim`: it is unique by itself. `passage`: the same for all messages about one passage. */
  idIs?: 'verbatim' | 'passage' | undefined;
  /** As written: a text with or without zone, or seconds, milli-, micro- or nanoseconds since 1970. */
  at: unknown;
  /** Of a text without zone: `utc` where the maker says so, else the camera's. `epoch-local`: a count of seconds that may be local. */
  zone?: 'utc' | 'epoch-local' | undefined;
  /** As written. Undefined, or a word that stands for none (`unknown`): a vehicle without a plate that could be read. */
  plate: string | undefined;
  /** Whether no plate is a mistake of the sender, and not a vehicle whose plate could not be read. */
  plateNeeded?: boolean | undefined;
  country?: string | undefined;
  /** 0 to 1. */
  confidence?: number | undefined;
  characters?: readonly number[] | undefined;
  alternatives?: readonly { plate: string; confidence?: number | undefined }[] | undefined;
  direction?: PlateRead['direction'];
  lane?: number | undefined;
  /** Metres per second. */
  speed?: number | undefined;
  vehicle?: PlateRead['vehicle'];
  point?: readonly [number, number] | undefined;
  /** The best first: the cut-out of the plate, then the view. */
  pictures?: readonly Picture[] | undefined;
  /** Where in the message each stands. */
  places: { camera: string; at: string; plate: string };
}

/** The device is alive, and says nothing of a plate. */
export interface Sign {
  kind: 'sign';
  devices: readonly string[];
  vague?: boolean | undefined;
  place: string;
}

export type Told = Found | Sign | { kind: 'refused'; refusal: Refusal };

/** JPEG or PNG by its first bytes. */
export interface Picture {
  type: 'image/jpeg' | 'image/png';
  bytes: Uint8Array;
  /** Name of its part, field or file: what it shows. */
  hint: string;
}

/** A message in one piece, whatever it came in: JSON, XML (without namespaces) or fields as objects. */
export interface Message {
  tree: unknown;
  /** That came beside it. */
  pictures: readonly Picture[];
  /** Long base64 texts of XML, put aside before parsing: `base64:0` in the tree. */
  aside?: readonly string[] | undefined;
}

export interface Adapter {
  id: string;
  knows(tree: unknown): boolean;
  /** Throws at nothing, whatever the tree holds. */
  read(message: Message): Told[];
}

import type { Adapter, Message, Told } from './found.ts';
import { axis } from './axis.ts';
import { dahua } from './dahua.ts';
import { flat } from './flat.ts';
import { frigate } from './frigate.ts';
import { genetec } from './genetec.ts';
import { hikvision } from './hikvision.ts';
import { lilin } from './lilin.ts';
import { milesight } from './milesight.ts';
import { onvif } from './onvif.ts';
import { openalpr } from './openalpr.ts';
import { isOwn, own } from './own.ts';
import { platerecognizer } from './platerecognizer.ts';

/** Who a message is from: found from the message itself, the surest marks first. */
const ADAPTERS: readonly Adapter[] = [
  hikvision,
  milesight,
  openalpr,
  axis,
  dahua,
  genetec,
  platerecognizer,
  frigate,
  lilin,
  onvif,
  flat,
  own,
];

export const FORMATS: readonly string[] = ADAPTERS.map(({ id }) => id);

/** `format`: what the sender says that it is; undefined where nobody recognises it. */
export function toldBy(
  message: Message,
  format?: string,
): { format: string; told: Told[] } | undefined {
  const { tree } = message;
  if (format === undefined && isOwn(tree)) return { format: own.id, told: own.read(message) };
  const adapter = ADAPTERS.find((one) =>
    format === undefined ? one.knows(tree) : one.id === format,
  );
  if (!adapter) return undefined;
  const told = adapter.read(message);
  return told.length > 0 ? { format: adapter.id, told } : undefined;
}

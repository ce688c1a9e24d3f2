import type { Point } from '../../shared/value.ts';

/**
 * A view of the map as a link, to be sent, printed as a QR code, or kept: where, how near, what is
 * switched on, and which thing is chosen. It carries no rights: who opens it sees what their role sees.
 *
 * `#/view/<zoom>/<latitude>/<longitude>[/<kind>/<id>][?on=<layers>&off=<layers>]`
 */
export interface View {
  zoom: number;
  center: Point;
  selected?: { kind: 'incident' | 'report'; id: string } | undefined;
  /** Layers as this person chose them. */
  layers: Readonly<Record<string, boolean>>;
}

export function viewHash({ zoom, center: [lon, lat], selected, layers }: View): string {
  const named = (shown: boolean) =>
    Object.keys(layers)
      .filter((id) => layers[id] === shown)
      .sort()
      .join(',');
  const query = new URLSearchParams();
  if (named(true)) query.set('on', named(true));
  if (named(false)) query.set('off', named(false));
  const parts = [
    ...['view', zoom.toFixed(2), lat.toFixed(5), lon.toFixed(5)],
    ...(selected ? [selected.kind, encodeURIComponent(selected.id)] : []),
  ];
  return `#/${parts.join('/')}${query.size > 0 ? `?${query}` : ''}`;
}

/** Undefined for a hash that is not a view, or not one that can be shown. */
export function readViewHash(hash: string): View | undefined {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  const [word, ...parts] = path.split('/');
  const [zoom, lat, lon] = parts.map(Number) as [number, number, number];
  if (word !== 'view' || ![zoom, lat, lon].every(Number.isFinite)) return undefined;
  if (zoom < 0 || zoom > 22 || Math.abs(lat) > 85 || Math.abs(lon) > 180) return undefined;
  const [kind, id] = parts.slice(3);
  const named = kind === 'incident' || kind === 'report' ? kind : undefined;
  const selected: View['selected'] = named && id ? { kind: named, id: decode(id) } : undefined;
  const asked = new URLSearchParams(query);
  const ids = (name: string) => asked.get(name)?.split(',').filter(Boolean) ?? [];
  const layers = Object.fromEntries([
    ...ids('on').map((layer) => [layer, true]),
    ...ids('off').map((layer) => [layer, false]),
  ]) as Record<string, boolean>;
  return { zoom, center: [lon, lat], selected, layers };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

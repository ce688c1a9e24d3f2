import { describe, expect, it } from 'vitest';
import { makeGazetteer } from '../../shared/geo/search.ts';
import type { GeoFeature } from '../../shared/geo/feature.ts';
import { makeRandom } from '../fake/random.ts';

const thing = (
  id: string,
  kind: string,
  nl: string,
  fr: string,
  more: Record<string, unknown> = {},
): GeoFeature => ({
  type: 'Feature',
  id,
  geometry: { type: 'Point', coordinates: [4.35, 50.85] },
  properties: { id, kind, nl, fr, en: nl === fr ? nl : `${nl} / ${fr}`, ...more },
});
const list = [
  thing('elsene', 'municipality', 'Elsene', 'Ixelles'),
  thing('sint-gillis', 'municipality', 'Sint-Gillis', 'Saint-Gilles'),
  thing('maalbeek', 'metro-station', 'Maalbeek', 'Maelbeek'),
  thing('bois', 'park', 'Ter Kamerenbos', 'Bois de la Cambre'),
  thing('cordy', 'tunnel', 'Annie Cordytunnel', 'Tunnel Annie Cordy', {
    also: ['Leopold II'],
    ends: [
      { id: 'k', name: { nl: 'kant Koekelberg', fr: 'côté Koekelberg' }, at: [4.325, 50.866] },
      { id: 's', name: { nl: 'Saincteletteplein', fr: 'place Sainctelette' }, at: [4.347, 50.859] },
    ],
  }),
  thing('weststation', 'metro-station', 'Weststation', "Gare de l'Ouest"),
  thing('erasmus', 'hospital', 'Erasmusziekenhuis', 'Hôpital Érasme', { also: ['ULB Érasme'] }),
  thing('wet', 'axis', 'Wetstraat', 'Rue de la Loi'),
  thing('maal-straat', 'street', 'Maalbeeklaan', 'Avenue du Maelbeek'),
  thing('zuid', 'station', 'Brussel-Zuid', 'Bruxelles-Midi'),
  thing('noord', 'station', 'Brussel-Noord', 'Bruxelles-Nord'),
];
const { find } = makeGazetteer(list);
const first = (typed: string) => find(typed)[0]?.id;

describe('the gazetteer', () => {
  it.each([
    ['els', 'elsene'],
    ['ixe', 'elsene'],
    ['maa', 'maalbeek'],
    ['mael', 'maalbeek'],
    ['ter kam', 'bois'],
    ['bois de la', 'bois'],
    ['cambre', 'bois'],
    ['gare de l ouest', 'weststation'],
    ["gare de l'ouest", 'weststation'],
    ['erasme', 'erasmus'],
    ['ÉRASME', 'erasmus'],
    ['hop erasme', 'erasmus'],
    ['saint gilles', 'sint-gillis'],
    ['st gillis', 'sint-gillis'],
    ['st-gilles', 'sint-gillis'],
    ['loi', 'wet'],
    ['leopold ii', 'cordy'],
    ['midi', 'zuid'],
  ])('[geo] %s finds %s', (typed, id) => expect(first(typed)).toBe(id));

  it.each([
    ['maalbeeck', 'maalbeek'],
    ['malbeek', 'maalbeek'],
    ['kamerenbso', 'bois'],
    ['elsnee', 'elsene'],
    ['sint gilis', 'sint-gillis'],
    ['wetstraaat', 'wet'],
    ['eramsus', 'erasmus'],
    ['annie cordi', 'cordy'],
  ])('[geo] with a typing error, %s finds %s', (typed, id) => expect(first(typed)).toBe(id));

  it('[geo] words that every object has are words like others', () => {
    for (const typed of ['constructor', 'valueof', 'hasownproperty', '__proto__'])
      expect([typed, find(typed)]).toEqual([typed, []]);
    const odd = makeGazetteer([thing('x', 'constructor', 'Maalbeek', 'Maelbeek'), ...list]);
    expect(odd.find('maalbeek').map(({ id }) => id)).toEqual(['maalbeek', 'x', 'maal-straat']);
  });

  it('[P4.41] finds only what is of a kind that one may have', () => {
    const kinds = (typed: string) =>
      find(typed, 12, (kind) => kind !== 'metro-station').map(({ kind }) => kind);
    expect(kinds('maalbeek')).toEqual(['street']);
    expect(kinds('weststation')).toEqual([]);
  });

  it('[geo] finds the end of a tunnel by the tunnel and the end', () => {
    const [hit] = find('cordy koekelberg');
    expect(hit).toMatchObject({ id: 'cordy', kind: 'portal', point: [4.325, 50.866] });
    expect(find('cordy').map(({ kind }) => kind)).toEqual(['tunnel', 'portal', 'portal']);
  });

  it('[geo] the municipality stands above the street of its name, the station above both', () => {
    expect(find('maalbeek').map(({ id }) => id)).toEqual(['maalbeek', 'maal-straat']);
  });

  it('[geo] what nobody means finds nothing, and nothing breaks', () => {
    for (const typed of [
      '',
      '   ',
      '---',
      '()*&^',
      '🚒',
      'xyzzyqwq',
      '\u0000',
      '%',
      '"',
      'a'.repeat(5000),
    ])
      expect(find(typed)).toEqual([]);
    expect(find('wetstraat zzzzzz').map(({ id }) => id)).toContain('wet');
    expect(find('s', 3).length).toBeLessThanOrEqual(3);
  });

  it('[geo] is found by any of its names from three letters on, whatever the accents', () => {
    for (const feature of list)
      for (const name of [feature.properties.nl, feature.properties.fr]) {
        const found = find(name, 50).map(({ id }) => id);
        expect([name, found[0]]).toEqual([name, feature.id]);
        const bare = name.normalize('NFD').replace(/\p{M}/gu, '').slice(0, 3);
        if (/^[a-z]{3}$/i.test(bare))
          expect([bare, find(bare, 50).some(({ id }) => id === feature.id)]).toEqual([bare, true]);
      }
  });

  it('[geo] one wrong, missing, doubled or swapped letter in a long name still finds it', () => {
    const random = makeRandom(7);
    const names = ['Ter Kamerenbos', 'Maalbeek', 'Weststation', 'Erasmusziekenhuis', 'Wetstraat'];
    for (let i = 0; i < 200; i++) {
      const name = random.pick(names);
      const words = name.split(' ');
      const longest = words.reduce((a, b) => (b.length > a.length ? b : a));
      const at = random.int(1, longest.length - 1);
      const letters = [...longest];
      const how = random.int(0, 4);
      if (how === 0) letters[at] = 'q';
      else if (how === 1) letters.splice(at, 1);
      else if (how === 2) letters.splice(at, 0, letters[at]!);
      else [letters[at], letters[at - 1]] = [letters[at - 1]!, letters[at]!];
      const typed = words.map((word) => (word === longest ? letters.join('') : word)).join(' ');
      const wanted = list.find(({ properties }) => properties.nl === name)!.id;
      expect([typed, find(typed).some(({ id }) => id === wanted)]).toEqual([typed, true]);
    }
  });
});

import { describe, expect, it } from 'vitest';
import { letterOf } from '../client/panel/storm/letter.ts';

describe('the message to all managers in a storm', () => {
  it('names every site when they fit', () => {
    expect(letterOf(['Josaphatpark', 'Astridpark'], 'nl')).toBe(
      'Sluit wegens hevige wind: Josaphatpark, Astridpark. Meld wanneer gesloten. Heropenen pas na inspectie.',
    );
  });

  it('names as many as fit, whole, counts the others, and always says what comes after', () => {
    for (const lang of ['nl', 'fr'] as const)
      for (const count of [30, 31, 67, 300]) {
        const names = Array.from({ length: count }, (_, n) => `Park van de ${n}e straat`);
        const letter = letterOf(names, lang);
        expect(letter.length).toBeLessThanOrEqual(600);
        expect(letter).toMatch(/(inspectie|inspection seulement)\.$/);
        const named = names.filter((name) => letter.includes(name));
        expect(named).toEqual(names.slice(0, named.length));
        expect(
          Number(/(?:nog|et) (\d+) autre|nog (\d+) andere/.exec(letter)?.slice(1).find(Boolean)),
        ).toBe(count - named.length);
      }
  });
});

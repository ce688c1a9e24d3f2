/** A message may be 600 characters long. */
const LONGEST = 600;

const SAID = {
  nl: {
    begin: 'Sluit wegens hevige wind: ',
    more: (n: number) => ` en nog ${n} andere`,
    end: '. Meld wanneer gesloten. Heropenen pas na inspectie.',
  },
  fr: {
    begin: 'Fermez en raison du vent violent : ',
    more: (n: number) => ` et ${n} ${n === 1 ? 'autre' : 'autres'}`,
    end: '. Signalez la fermeture. Réouverture après inspection seulement.',
  },
};

/** What managers are asked: as many sites by name as fit, the rest by their number; what comes after is always said. */
export function letterOf(names: readonly string[], lang: keyof typeof SAID): string {
  const { begin, more, end } = SAID[lang];
  for (let shown = names.length; shown > 0; shown -= 1) {
    const rest = names.length - shown;
    const list = names.slice(0, shown).join(', ');
    const letter = `${begin}${list}${rest > 0 ? more(rest) : ''}${end}`;
    if (letter.length <= LONGEST) return letter;
  }
  return `${begin}${more(names.length).trim()}${end}`;
}

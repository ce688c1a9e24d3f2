/**
 * An import that was refused, in words for whoever typed the command: every line names the feature and
 * the place in it. Nothing was changed.
 */
export class GeoRefused extends Error {
  override name = 'GeoRefused';
  readonly mistakes: readonly string[];
  constructor(mistakes: readonly string[]) {
    super(mistakes.join('\n'));
    this.mistakes = mistakes;
  }
}

/** Collects mistakes up to a number worth reading. */
export interface Mistakes {
  say(mistake: string): void;
  /** Enough was said: looking on would only take time. */
  full(): boolean;
  /** Throws when anything was said. */
  refuse(): void;
}

export function openMistakes(most = 20): Mistakes {
  const said: string[] = [];
  return {
    say(mistake) {
      if (said.length < most) said.push(mistake);
    },
    full: () => said.length >= most,
    refuse() {
      if (said.length === 0) return;
      throw new GeoRefused(said.length < most ? said : [...said, '… and perhaps more']);
    },
  };
}

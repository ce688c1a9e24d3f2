/**
 * The right to reach the world outside (promise P3). A transport opens only with a pass, and there is one for
 * the live space alone. Its mark is private to this class: nothing that is built elsewhere has it.
 */
export class LivePass {
  readonly #live = true;
  private constructor() {}

  /** Undefined for an exercise, whatever it is called. */
  static for(space: string): LivePass | undefined {
    return space === 'live' ? new LivePass() : undefined;
  }

  /** Throws without one: a bug, and better an error than a message to a minister in an exercise. */
  static require(pass: unknown): void {
    if (typeof pass !== 'object' || pass === null || !(#live in pass))
      throw new Error('only the live space reaches the world outside');
  }
}

import type { Refusal } from '../../../shared/refusal.ts';

/** Thrown where what is asked of a hot list is refused; the list is as it was. */
export class ListRefused extends Error {
  override name = 'ListRefused';
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

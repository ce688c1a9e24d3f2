/**
 * Rises with every change of the shapes of `wire.ts` or of the commands' and events' schemas;
 * `test/wire.test.ts` locks both by a hash. A console of another version is told to reload.
 */
export const PROTOCOL_VERSION = 4;

/** To come. */
export function Directory() {
  return null;
}

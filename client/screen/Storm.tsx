/** To come. */
export function Storm() {
  return null;
}

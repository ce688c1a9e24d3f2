/** To come. */
export function Channels() {
  return null;
}

/** To come. */
export function PlanScreen() {
  return null;
}

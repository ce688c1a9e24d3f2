/** Seeds of the convergence fuzz that once failed, by what they found. They always run again. */
export const SEEDS: Readonly<Record<string, number>> = {
  'a wall that is sent no logbook built one from the incidents’ events': 1,
};

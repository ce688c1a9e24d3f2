/** Seeds of the convergence fuzz that once failed, by what they found. They always run again. */
export const SEEDS: Readonly<Record<string, number>> = {};

/** A mistake as the check of the plan tells it, `plan/phases.yaml:7:3: no such function`; without a place where it names none. */
export function placed(mistake: string): { place: string | undefined; sentence: string } {
  const found = /^([^\s:]+\.ya?ml(?::\d+){0,2}): (.+)$/su.exec(mistake);
  return { place: found?.[1], sentence: found?.[2] ?? mistake };
}

import { z } from 'zod';

/**
 * Layers as data: `config/geo/layers.yaml`. A layer is a set of kinds that are switched together, with
 * what is said of them to whom.
 */

const Words = z.strictObject({
  nl: z.string().min(1),
  fr: z.string().min(1),
  en: z.string().min(1),
});

export const Layer = z.strictObject({
  id: z.string().regex(/^[a-z][a-z-]*$/),
  title: Words,
  /** Kinds of `config/geo`, and of imported layers. */
  kinds: z.array(z.string()).min(1),
  /** Heading under which it stands in the list of layers. */
  group: z.enum(['ground', 'transport', 'services', 'control']),
  /** Shown before anybody has chosen. */
  on: z.boolean().default(true),
  /** Counted when a perimeter asks what lies inside. */
  inside: z.boolean().default(false),
  /** Only those who hold this clearance are sent it. */
  clearance: z.string().optional(),
});
export type Layer = z.infer<typeof Layer>;

export const Layers = z
  .strictObject({ layers: z.array(Layer) })
  .superRefine(({ layers }, context) => {
    const seen = new Set<string>();
    layers.forEach(({ id, kinds }, i) => {
      for (const name of [`layer ${id}`, ...kinds.map((kind) => `kind ${kind}`)]) {
        if (seen.has(name))
          context.addIssue({ code: 'custom', path: ['layers', i], message: `${name} again` });
        seen.add(name);
      }
    });
  });

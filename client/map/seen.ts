import { create } from 'zustand';
import type { Box } from '../../shared/geo/feature.ts';

/** What of the ground is on the screen, as it was when the map last came to rest. The engine writes. */
export const useSeen = create<{ box: Box | undefined }>()(() => ({ box: undefined }));

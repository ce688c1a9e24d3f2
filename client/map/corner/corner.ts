import { create } from 'zustand';

/** What stands open in the lower left corner of the map: one at a time, so that little is covered. */
export type CornerName = 'layers' | 'legend' | 'share';

export const useCorner = create<{ open: CornerName | undefined }>()(() => ({ open: undefined }));

export const toggleCorner = (name: CornerName): void =>
  void useCorner.setState(({ open }) => ({ open: open === name ? undefined : name }));
export const closeCorner = (): void => void useCorner.setState({ open: undefined });

/** What keys and palette may ask of the map, whether or not it is drawn yet. Knows no map library. */
export interface Camera {
  fit(): void;
  zoom(steps: number): void;
  /** To the selected thing. */
  fly(): void;
}

let camera: Camera | undefined;
export const setCamera = (next: Camera | undefined): void => void (camera = next);
export const theCamera = (): Camera | undefined => camera;

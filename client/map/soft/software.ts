import type { Map as MapLibre } from 'maplibre-gl';

const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render/i;

/** Whether the processor draws the map, for want of a graphics card: then every frame of it is dear. */
export function isSoftware(map: MapLibre): boolean {
  const gl = map.getCanvas().getContext('webgl2');
  const info = gl?.getExtension('WEBGL_debug_renderer_info');
  if (!gl || !info) return false;
  return SOFTWARE.test(String(gl.getParameter(info.UNMASKED_RENDERER_WEBGL)));
}

/** A pixel of the map for one of CSS, however fine the screen is: fewer to fill, and letters keep their edges. */
export function lighten(map: MapLibre, large: number): void {
  if (map.getPixelRatio() > large) map.setPixelRatio(large);
}

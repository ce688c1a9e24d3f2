import { useEffect } from 'react';
import { create } from 'zustand';
import type { AnprCamera, CameraHealth } from '../../../../shared/anpr/camera.ts';
import { useAnpr } from '../../../anpr.ts';
import { api } from '../../../api.ts';

/** Why the cameras could not be asked for; a text of the server, or empty. */
export const useCamerasFailed = create<{ why: string | undefined }>()(() => ({ why: undefined }));

export async function fetchCameras(): Promise<void> {
  const reply = await api<{ cameras: AnprCamera[]; health: CameraHealth[] }>(
    'GET',
    '/api/anpr/cameras',
  );
  useCamerasFailed.setState({ why: reply.ok ? undefined : reply.message });
  if (!reply.ok) return;
  useAnpr.setState({
    cameras: new Map(reply.body.cameras.map((one) => [one.id, one])),
    health: new Map(reply.body.health.map((one) => [one.camera, one])),
  });
}

/** Asks when this comes on the screen, and says why not; then the console itself keeps them up to date. */
export function useCameras(): void {
  useEffect(() => void fetchCameras(), []);
}

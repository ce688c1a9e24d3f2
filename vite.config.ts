import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { wordsByLanguage } from './client/i18n/by-language.ts';

/** The console's build, and in `npm run dev` its server, which hands calls on to ours. */
export default defineConfig({
  root: 'client',
  plugins: [react(), wordsByLanguage()],
  worker: { format: 'es' },
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: true,
    // The map's part is large, and comes after the first picture.
    chunkSizeWarningLimit: 1_200,
  },
  server: {
    port: 5173,
    proxy: {
      '/api': 'http://127.0.0.1:8080',
      '/socket.io': { target: 'http://127.0.0.1:8080', ws: true },
    },
  },
});

import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { wordsByLanguage } from './client/i18n/by-language.ts';

/**
 * zod can also write JSON schemas, which only the server does (`openapi.json`). Its classes hold on to
 * that part, so that no bundler can leave it out: here its functions are empty.
 */
function withoutJsonSchema(): Plugin {
  const part =
    /zod\/v4\/core\/(?:to-json-schema|json-schema-processors|json-schema-generator)\.js$/;
  return {
    name: 'without-json-schema',
    async load(id) {
      if (!part.test(id)) return undefined;
      const names = Object.keys((await import(id)) as object);
      return names.map((name) => `export const ${name} = () => undefined;`).join('\n');
    },
  };
}

/** The console's build, and in `npm run dev` its server, which hands calls on to ours. */
export default defineConfig({
  root: 'client',
  plugins: [react(), wordsByLanguage(), withoutJsonSchema()],
  worker: { format: 'es' },
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: true,
    rolldownOptions: {
      output: {
        // What the first picture needs of other people's work, in one piece: small pieces compress badly.
        codeSplitting: {
          groups: [
            {
              name: 'first',
              test: /node_modules\/(?:react|react-dom|scheduler|i18next|react-i18next|use-sync-external-store|zustand|immutable|socket\.io-\w+|engine\.io-\w+|@socket\.io|@tanstack|uuid|tinykeys)\//,
            },
          ],
        },
      },
    },
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

import { defineConfig } from 'vite';

export default defineConfig({
  base: '/graphiql/',
  server: {
    port: 25177,
    strictPort: true,
    proxy: { '/graphql': { target: `http://127.0.0.1:${process.env.JETBRIDGE_PORT ?? 4000}`, ws: true } },
  },
  worker: { format: 'es' }, // lets the workers load their formatter only when somebody formats
  build: {
    target: 'es2022',
    chunkSizeWarningLimit: 5_000, // Monaco is what it is, and loads on this page only
    rolldownOptions: { checks: { moduleLevelDirective: false } }, // "use client" means nothing here
  },
});

import { defaultClientConditions, defineConfig } from 'vite';
import { firstRoute } from '../scripts/first-route.ts';

const gateway = `http://127.0.0.1:${process.env.JETBRIDGE_PORT ?? 4000}`;
const remote = (port: number) => ({ target: `http://localhost:${port}`, ws: true });

export default defineConfig({
  resolve: { conditions: [...defaultClientConditions, 'source'] }, // @jetbridge/schema as TypeScript
  server: {
    port: 25173,
    strictPort: true,
    proxy: {
      '/graphql': { target: gateway, ws: true },
      '/remotes/react/': remote(25174),
      '/remotes/vue/': remote(25175),
      '/remotes/svelte/': remote(25176),
    },
  },
  define: { ENV_TARGET: '"web"' }, // leaves out what the federation runtime does in Node
  build: { target: 'es2022', modulePreload: { polyfill: false }, rolldownOptions: { output: firstRoute } },
});

import { federation } from '@module-federation/vite';
import vue from '@vitejs/plugin-vue';
import { defaultClientConditions, defineConfig } from 'vite';
import { firstRoute } from '../../scripts/first-route.ts';

export default defineConfig({
  base: '/remotes/vue/', // the same path from the gateway and from the dev server behind the shell's proxy
  resolve: { conditions: [...defaultClientConditions, 'source'] }, // @jetbridge/schema as TypeScript
  plugins: [
    vue({
      features: { optionsAPI: false }, // every component is <script setup>
      template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith('flight-') } },
    }),
    federation({
      name: 'vue',
      filename: 'remoteEntry-[hash].js', // a failed module stays in the browser's module map: a new build needs a new URL
      manifest: true,
      exposes: { './mount': './src/mount.ts' },
      shared: {}, // objects travel in the mount context; sharing packages costs more than it saves
      dts: false,
      experiments: { externalRuntime: true }, // the shell publishes the runtime
    }),
  ],
  server: { port: 25175, strictPort: true },
  build: { target: 'es2022', modulePreload: false, rolldownOptions: { input: 'src/mount.ts', output: firstRoute } }, // there is no index.html to start from
});

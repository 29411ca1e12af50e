import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** The parents' page is compiled for preact; everything else for React. */
const preactForParents: Plugin = {
  name: 'kehou:preact-for-parents',
  enforce: 'pre',
  transform(code, id) {
    return /\/src\/parents\/.*\.tsx$/.test(id) ? { code: `/** @jsxImportSource preact */ ${code}`, map: null } : null
  },
}

/** In development, /parents and everything below it is the second page, as the server does it later. */
const parentsAddress: Plugin = {
  name: 'kehou:parents-address',
  configureServer(server) {
    server.middlewares.use((request, _response, next) => {
      if (/^\/parents(\/[^.]*)?(\?.*)?$/.test(request.url ?? '')) request.url = '/parents.html'
      next()
    })
  },
}

export default defineConfig({
  plugins: [preactForParents, parentsAddress, react({ exclude: [/\/src\/parents\//, /\/node_modules\//] })],
  server: { proxy: { '/api': process.env.KEHOU_API ?? 'http://localhost:3000' } },
  build: {
    target: 'es2022',
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      input: { office: here('index.html'), parents: here('parents.html') },
      output: {
        codeSplitting: {
          groups: [
            { name: 'preact', test: /node_modules[\\/]preact/, priority: 40 },
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler|react-router|react-router-dom|cookie)[\\/]/, priority: 30 },
            { name: 'mui', test: /node_modules[\\/](@mui[\\/](?!x-)|@emotion|stylis|@popperjs|react-transition-group|clsx)/, priority: 20 },
            { name: 'ra', test: /node_modules[\\/](ra-|react-admin|@tanstack|react-hook-form|node-polyglot|lodash|inflection|query-string|jsonexport|date-fns)/, priority: 10 },
            // Last, since a group takes what its modules need along: before the others it would take React, and every page would load charts.
            { name: 'charts', test: /node_modules[\\/](@mui[\\/]x-|d3-)/, priority: 5 },
          ],
        },
      },
    },
  },
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.spec.{ts,tsx}', 'test/**/*.spec.{ts,tsx}'],
    setupFiles: ['test/setup.ts'],
    restoreMocks: true,
    testTimeout: 20_000,
    // Node and Vite would each take another file of react-router, with another context; everybody gets the same.
    alias: {
      'react-router-dom': fileURLToPath(import.meta.resolve('react-router-dom')),
      'react-router': fileURLToPath(import.meta.resolve('react-router')),
    },
    server: { deps: { inline: [/node_modules\/(react-admin|ra-[\w-]+)\//] } },
  },
})

import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** In development and in tests the light pages are compiled for preact; everything else for React. */
const preactForLightPages: Plugin = {
  name: 'kehou:preact-for-light-pages',
  enforce: 'pre',
  transform(code, id) {
    return /\/src\/(parents|publications)\/.*\.tsx$/.test(id)
      ? { code: `/** @jsxImportSource preact */ ${code}`, map: null }
      : null
  },
}

/** In the built office a module's texts hold Chinese only; their English is asked for as `texts.ts?english`. */
const englishOnDemand: Plugin = {
  name: 'kehou:english-on-demand',
  apply: 'build',
  enforce: 'pre',
  transform(code, id) {
    const [file, query] = id.split('?')
    if (!/\/src\/office\/.*[tT]exts\.ts$/.test(file ?? '')) return null
    const at = code.indexOf('export const en: Words<')
    if (at < 0) throw new Error(`${file} has no English that can be told from its Chinese.`)
    return {
      code: query?.includes('english') ? code.slice(at) : `${code.slice(0, at)}export const en = {}`,
      map: null,
    }
  },
}

/** In development, /parents, /publications and everything below them are pages of their own, as the server does it later. */
const lightAddresses: Plugin = {
  name: 'kehou:light-addresses',
  configureServer(server) {
    server.middlewares.use((request, _response, next) => {
      const page = /^\/(parents|publications)(\/[^.]*)?(\?.*)?$/.exec(request.url ?? '')
      if (page) request.url = `/${page[1]}.html`
      next()
    })
  },
}

export default defineConfig({
  plugins: [
    englishOnDemand,
    preactForLightPages,
    lightAddresses,
    react({ exclude: [/\/src\/(parents|publications)\//, /\/node_modules\//] }),
  ],
  server: { proxy: { '/api': process.env.KEHOU_API ?? 'http://localhost:3000' } },
  build: {
    target: 'es2022',
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      // The light pages are a build of their own: vite.light.config.ts.
      input: { office: here('index.html') },
      output: {
        codeSplitting: {
          groups: [
            // English first: it would be drawn into no other part, and only who asks for it loads it.
            { name: 'english', test: /[tT]exts\.ts\?english$/, priority: 50 },
            {
              name: 'react',
              test: /node_modules[\\/](react|react-dom|scheduler|react-router|react-router-dom|cookie)[\\/]/,
              priority: 30,
            },
            {
              name: 'mui',
              test: /node_modules[\\/](@mui[\\/](?!x-)|@emotion|stylis|@popperjs|react-transition-group|clsx)/,
              priority: 20,
              minShareCount: 4,
            },
            {
              name: 'ra',
              test: /node_modules[\\/](ra-|react-admin|@tanstack|react-hook-form|node-polyglot|lodash|inflection|query-string|jsonexport|date-fns)/,
              priority: 10,
              minShareCount: 4,
            },
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
    testTimeout: 60_000,
    // Node and Vite would each take another file of react-router, with another context; everybody gets the same.
    alias: {
      'react-router-dom': fileURLToPath(import.meta.resolve('react-router-dom')),
      'react-router': fileURLToPath(import.meta.resolve('react-router')),
    },
    server: { deps: { inline: [/node_modules\/(react-admin|ra-[\w-]+)\//] } },
  },
})

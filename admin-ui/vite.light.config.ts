/** The light pages, for parents and for the public: compiled for preact and for the phones that people keep for years. */
import { fileURLToPath } from 'node:url'
import { defineConfig, type Plugin } from 'vite'
import { compressed } from './vite.compressed.ts'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** Also checked by `scripts/check-light-pages.mjs`, which reads what was built. */
const oldest = ['chrome69', 'ios12.2']

const preact: Plugin = {
  name: 'kehou:preact',
  enforce: 'pre',
  transform(code, id) {
    return /\/src\/(parents|publications)\/.*\.tsx$/.test(id)
      ? { code: `/** @jsxImportSource preact */ ${code}`, map: null }
      : null
  },
}

export default defineConfig({
  // Comes last, so that it packs the office's files as well.
  plugins: [preact, compressed],
  build: {
    target: oldest,
    cssTarget: oldest,
    // The office has been built into the same folder just before.
    emptyOutDir: false,
    copyPublicDir: false,
    rolldownOptions: {
      input: { parents: here('parents.html'), publications: here('publications.html') },
    },
  },
})

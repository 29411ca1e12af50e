import { rmSync } from 'node:fs'

export default function teardown() {
  rmSync(process.env.KEHOU_TEST_TEMPLATE, { recursive: true, force: true })
}

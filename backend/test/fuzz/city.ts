/** What the fuzz and the walks over all routes find there (测试城市): the demo city, a parent, a school with drafts of everything. */
import { loadDemo } from '../../src/demo/load-demo.js'
import { School } from '../../src/organisation/index.js'
import { Student } from '../../src/people/index.js'
import type { TestApp } from '../app.js'
import { schoolWorld } from '../stories/scope-world.js'

export async function fuzzCity(test: TestApp): Promise<void> {
  await loadDemo(test.nest, () => undefined)
  const [student] = await test.database.read.find(Student, { order: { id: 'DESC' }, take: 1 })
  const school = await test.database.read.findOneByOrFail(School, { id: student!.schoolId })
  await test.world.guardian({ student: student!, user: await test.world.user('guardian', { school }) })
  const { ids, people } = await schoolWorld(test, '140213')
  await people['coordinator']!.post('/api/teaching-wishes', {
    termId: ids['term'],
    teacherId: ids['teacher'],
    unavailableSlotIds: [],
    ratherNotSlotIds: [],
  })
}

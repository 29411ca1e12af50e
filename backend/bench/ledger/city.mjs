// A city's schools and classes, and the year of their money: sizes can be set from outside, nothing is random.
import { Fund } from '../../dist/entitlement/index.js'
import { Region } from '../../dist/organisation/index.js'
import { insertRows } from '../../dist/platform/database/many-rows.js'

export const schoolCount = Number(process.env.SCHOOLS ?? 450)
const classCount = Number(process.env.CLASSES ?? 5000)
/** Schools of the largest district, with about 11 classes each. */
export const districtCount = 100
const levels = ['province', 'city', 'district']
const monthCount = 10

export async function makeCity(database) {
  return database.transaction(async (tx) => {
    const region = await tx.save(
      tx.create(Region, { code: '1402', name: '大同市', nameEn: 'Datong', level: 'city' }),
    )
    const fund = await tx.save(
      tx.create(Fund, {
        regionCode: '1402',
        code: 'CARE',
        name: '课后看护经费',
        nameEn: 'Care',
        purposes: [{ stage: 'primary', service: 'after_school_primary', other: null }],
      }),
    )
    await insertRows(
      tx,
      'school',
      Array.from({ length: schoolCount }, (_, i) => ({
        id: i + 1,
        code: `31402${String(i).padStart(5, '0')}`,
        name: `第${i + 1}小学`,
        stage: 'primary',
        area: 'urban',
        ownership: 'public',
        regionId: region.id,
        regionCode: i < districtCount ? '140213' : '140214',
        lastLessonEndTime: '16:00',
        isActive: true,
      })),
    )
    const classes = Array.from({ length: classCount }, (_, i) => ({
      id: i + 1,
      schoolId: 1 + (i % schoolCount),
      schoolYear: 2026,
      grade: 1 + (Math.floor(i / schoolCount) % 6),
      number: 1 + Math.floor(i / schoolCount / 6),
      name: `班${i + 1}`,
      startsOn: '2026-08-01',
      endsOn: null,
      isActive: true,
    }))
    await insertRows(tx, 'home_class', classes)
    return { fund, classes }
  })
}

/**
 * The year of every school, in batches of business events: declared, approved, received from three levels, put on the
 * classes; then ten months in each of which every source pays, for all classes of a school at once.
 */
export function cityYear({ fund, classes }) {
  const place = { fundId: fund.id, purpose: 'after_school_primary', fiscalYear: 2026 }
  const bySchool = new Map()
  for (const each of classes) bySchool.set(each.schoolId, [...(bySchool.get(each.schoolId) ?? []), each.id])
  const opening = [...bySchool].flatMap(([schoolId, own]) => [
    ...granted(schoolId, own),
    ...levels.flatMap((level) => [received(schoolId, own, level), putOnClasses(schoolId, own, level)]),
  ])
  const months = Array.from({ length: monthCount }, (_, month) =>
    [...bySchool].flatMap(([schoolId, own]) => levels.map((level) => spent(schoolId, own, month, level))),
  )
  return [opening, ...months].map((batch) =>
    batch.map((posting) => ({
      ...posting,
      source: { ...posting.source, hash: 'a'.repeat(64) },
      lines: posting.lines.map((line) => ({ ...place, ...line })),
    })),
  )
}

const perClass = 400_000

const granted = (schoolId, own) =>
  [
    ['declare', 'M110'],
    ['approve', 'M120'],
  ].map(([kind, debit]) => ({
    kind,
    businessKey: `${kind}:${schoolId}`,
    schoolId,
    source: { entity: 'declaration', id: schoolId },
    accountedOn: '2026-01-05',
    lines: own.map((homeClassId) => ({
      debit,
      credit: 'M000',
      amountFen: perClass * levels.length,
      homeClassId,
      level: 'whole',
    })),
  }))

const received = (schoolId, own, level) => ({
  kind: 'receive',
  businessKey: `receive:${schoolId}:${level}`,
  schoolId,
  source: { entity: 'appropriation', id: 1 },
  accountedOn: '2026-01-10',
  lines: [{ debit: 'A110', credit: 'R400', amountFen: perClass * own.length, homeClassId: null, level }],
})

const putOnClasses = (schoolId, own, level) => ({
  kind: 'allot',
  businessKey: `allot:${schoolId}:${level}`,
  schoolId,
  source: { entity: 'scheme', id: schoolId },
  accountedOn: '2026-01-20',
  lines: [
    { debit: 'R400', credit: 'A110', amountFen: perClass * own.length, homeClassId: null, level },
    ...own.map((homeClassId) => ({ debit: 'A110', credit: 'R400', amountFen: perClass, homeClassId, level })),
  ],
})

const spent = (schoolId, own, month, level) => ({
  kind: 'spend',
  businessKey: `spend:${schoolId}:${month}:${level}`,
  schoolId,
  source: { entity: 'payment', id: schoolId * 10 + month },
  accountedOn: `2026-${String(month + 2).padStart(2, '0')}-15`,
  lines: own.map((homeClassId) => ({
    debit: 'E500',
    credit: 'A110',
    amountFen: 30_000 + ((homeClassId * 7 + month * 11) % 9_000),
    homeClassId,
    level,
  })),
})

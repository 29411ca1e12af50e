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
 * The year of every class, in batches: entitled, declared, approved, received by three levels, put on the class; then
 * ten months in which each source pays.
 */
export function cityYear({ fund, classes }) {
  const common = { fundId: fund.id, purpose: 'after_school_primary', fiscalYear: 2026 }
  const bySchool = new Map()
  for (const each of classes) bySchool.set(each.schoolId, [...(bySchool.get(each.schoolId) ?? []), each])
  const opening = [...bySchool].flatMap(([schoolId, own]) => [
    ...received(schoolId, own.length),
    ...own.flatMap(({ id }) => [...granted(schoolId, id), ...putOnClass(schoolId, id)]),
  ])
  const months = Array.from({ length: monthCount }, (_, month) =>
    [...bySchool].flatMap(([schoolId, own]) => own.flatMap(({ id }) => spent(schoolId, id, month))),
  )
  return [opening, ...months].map((batch) => batch.map((posting) => ({ ...common, ...posting })))
}

const received = (schoolId, ownCount) =>
  levels.map((level) => ({
    debit: 'A110',
    credit: 'R400',
    amountFen: 400_000 * ownCount,
    kind: 'receive',
    businessKey: `receive:${schoolId}:${level}`,
    schoolId,
    homeClassId: null,
    level,
    sourceEntity: 'appropriation',
    sourceId: 1,
    accountedOn: '2026-01-10',
  }))

const granted = (schoolId, classId) =>
  [
    ['entitle', 'M100'],
    ['declare', 'M110'],
    ['approve', 'M120'],
  ].map(([kind, debit]) => ({
    debit,
    credit: 'M000',
    amountFen: 1_200_000,
    kind,
    businessKey: `${kind}:${classId}`,
    schoolId,
    homeClassId: classId,
    sourceEntity: 'declaration',
    sourceId: schoolId,
    accountedOn: '2026-01-05',
  }))

const putOnClass = (schoolId, classId) =>
  [
    ['from', 'R400', 'A110', null],
    ['to', 'A110', 'R400', classId],
  ].map(([way, debit, credit, homeClassId]) => ({
    debit,
    credit,
    amountFen: 1_200_000,
    kind: 'allot',
    businessKey: `allot:${way}:${classId}`,
    schoolId,
    homeClassId,
    sourceEntity: 'scheme',
    sourceId: schoolId,
    accountedOn: '2026-01-20',
  }))

const spent = (schoolId, classId, month) =>
  levels.map((level) => ({
    debit: 'E500',
    credit: 'A110',
    amountFen: 30_000 + ((classId * 7 + month * 11) % 9_000),
    kind: 'spend',
    businessKey: `spend:${classId}:${month}:${level}`,
    schoolId,
    homeClassId: classId,
    level,
    sourceEntity: 'payment',
    sourceId: classId * 10 + month,
    accountedOn: `2026-${String(month + 2).padStart(2, '0')}-15`,
  }))

/** The columns of guardians in a roster (监护人列): numbered, by father and mother, or one 联系电话 for whoever it is. Pure. */
import * as normalise from '../../platform/sheets/normalise.js'
import type { Field } from '../../platform/sheets/sheet-description.js'

/** At least one of `name` and `phone` is there; `relation` as written (母亲, 祖父 …), ≤ 20 characters. */
export interface GuardianRow {
  name: string | null
  relation: string | null
  phone: string | null
}

const guardianSlots = 4
const ordinals = ['1一', '2二', '3三', '4四']
const person = '(?:法定)?(?:监护人|家长|联系人|家庭成员|家庭成员或监护人|成员)'
const parts = {
  Name: {
    zh: '姓名',
    en: 'name',
    words: '(?:的)?(?:姓名|名字|名称)',
    single: ['监护人', '家长', '法定监护人'],
  },
  Relation: {
    zh: '关系',
    en: 'relation',
    words: '(?:的)?(?:关系|与学生关系|与本人关系|与学生的关系|与被监护人关系|称谓|身份)',
    single: ['关系', '与学生关系', '与本人关系', '与学生的关系', '称谓'],
  },
  Phone: {
    zh: '电话',
    en: 'phone',
    words: '(?:的)?(?:联系电话|联系方式|手机号码|手机号|手机|电话号码|电话|移动电话)',
    single: [
      '联系电话',
      '手机号',
      '手机号码',
      '手机',
      '电话',
      '电话号码',
      '联系方式',
      '家庭电话',
      '移动电话',
    ],
  },
} as const
type Part = keyof typeof parts

const slotField = (slot: number, part: Part) => `guardian${slot}${part}`

function titlesOfSlot(slot: number, part: Part): (string | RegExp)[] {
  const n = `(?:第)?[${ordinals[slot - 1]}]`
  const { words } = parts[part]
  const titles: (string | RegExp)[] = [
    new RegExp(
      `${person}${n}${words}|${n}${person}${words}|${person}${words}${n}|${words}${n}|guardian ?${slot} ?${parts[part].en}`.replaceAll(
        ' ?',
        '',
      ),
    ),
  ]
  if (part === 'Name') titles.push(new RegExp(`${person}${n}|${n}${person}`))
  return titles
}

const normaliserOf = {
  Name: normalise.optional(normalise.optionalName, null),
  Relation: normalise.optional(normalise.text(20), null),
  Phone: normalise.mobileOrNothing,
}

export function guardianFields(): Field[] {
  const numbered = Array.from({ length: guardianSlots }, (_, i) => i + 1).flatMap((slot) =>
    (Object.keys(parts) as Part[]).map((part): Field => ({
      name: slotField(slot, part),
      titleZh: `监护人${slot}${parts[part].zh}`,
      titleEn: `Guardian ${slot} ${parts[part].en}`,
      synonyms: titlesOfSlot(slot, part),
      weakSynonyms: slot === 1 ? [...parts[part].single, new RegExp(`${person}${parts[part].words}`)] : [],
      repeatedAs: slot < guardianSlots ? slotField(slot + 1, part) : undefined,
      normalise: normaliserOf[part],
    })),
  )
  const parents = (['father', 'mother'] as const).flatMap((who) =>
    (['Name', 'Phone'] as const).map((part): Field => {
      const zh = who === 'father' ? '父亲' : '母亲'
      const short = who === 'father' ? '(?:父亲|爸爸|父)' : '(?:母亲|妈妈|母)'
      const title = new RegExp(
        part === 'Name' ? `${short}(?:的)?(?:姓名|名字)|${zh}` : `${short}${parts.Phone.words}`,
      )
      return {
        name: who + part,
        titleZh: zh + parts[part].zh,
        titleEn: `${who === 'father' ? 'Father' : 'Mother'} ${parts[part].en}`,
        synonyms: [title],
        normalise: normaliserOf[part],
      }
    }),
  )
  return [...numbered, ...parents]
}

type Values = Record<string, unknown>

export function guardiansOf(values: Values): GuardianRow[] {
  const read = (name: string, relation: string | null, phone: string): GuardianRow => ({
    name: (values[name] as string | null) ?? null,
    relation,
    phone: (values[phone] as string | null) ?? null,
  })
  const all = [
    ...Array.from({ length: guardianSlots }, (_, i) =>
      read(
        slotField(i + 1, 'Name'),
        (values[slotField(i + 1, 'Relation')] as string | null) ?? null,
        slotField(i + 1, 'Phone'),
      ),
    ),
    read('fatherName', '父亲', 'fatherPhone'),
    read('motherName', '母亲', 'motherPhone'),
  ].filter(({ name, phone }) => name !== null || phone !== null)
  const seen = new Set<string>()
  return all.filter((guardian) => {
    const key = guardianKey(guardian)
    // A bare 联系电话 beside 父亲电话 with the same number is the father's again.
    const again =
      guardian.name === null && all.some(({ name, phone }) => name !== null && phone === guardian.phone)
    return !again && !seen.has(key) && seen.add(key)
  })
}

const guardianKey = ({ name, phone }: GuardianRow) => JSON.stringify([name, phone])

/** Different guardians in accepted rows: one for each pair of name and phone. */
export function countGuardians(rows: readonly { readonly guardians: readonly GuardianRow[] }[]): number {
  return new Set(rows.flatMap((row) => row.guardians.map(guardianKey))).size
}

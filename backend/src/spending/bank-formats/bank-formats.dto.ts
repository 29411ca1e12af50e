import { Type } from 'class-transformer'
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsString, Length, MaxLength } from 'class-validator'
import { SeenIn } from '../../audit/index.js'
import { Items, Part } from '../../platform/http/items.js'
import { PlainText } from '../../platform/http/plain-text.js'
import { IsInt, Nullable, Optional } from '../../platform/http/validation.js'
import { SearchListQuery } from '../../platform/paging.js'
import type { BankFormat } from './bank-format.entity.js'

export class BankFormatListQuery extends SearchListQuery {
  /** Those that apply to this school: its own, and its region's. */
  @Optional()
  @Type(() => Number)
  @IsInt()
  schoolId?: number
}

export class BankFormatColumnIn {
  /** One of the fields that `presets` names. */
  @IsString()
  @Length(1, 30)
  field!: string

  /** As the bank writes it. */
  @IsString()
  @Length(1, 60)
  @PlainText()
  title!: string

  /** Of a column with a fixed text: what stands in every row. */
  @Optional()
  @Nullable()
  @IsString()
  @MaxLength(60)
  @PlainText()
  value?: string | null
}

export class BankFormatWordsIn {
  @IsArray()
  @ArrayMaxSize(30)
  @IsString({ each: true })
  @MaxLength(30, { each: true })
  paid!: string[]

  @IsArray()
  @ArrayMaxSize(30)
  @IsString({ each: true })
  @MaxLength(30, { each: true })
  failed!: string[]

  @IsArray()
  @ArrayMaxSize(30)
  @IsString({ each: true })
  @MaxLength(30, { each: true })
  returned!: string[]
}

export class CreateBankFormatIn {
  /** Left out: the person's own school, or all schools of the person's region. */
  @Optional()
  @IsInt()
  schoolId?: number

  /** Unique among those of the school, or of the region. */
  @IsString()
  @Length(1, 60)
  @PlainText()
  name!: string

  /** In the order in which they are written. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(40)
  @Items(() => BankFormatColumnIn)
  columns!: BankFormatColumnIn[]

  /** The first choice of the school, or of the region, in place of whichever was it. */
  @Optional()
  @IsBoolean()
  isDefault?: boolean
}

export class CreateBankReturnFormatIn extends CreateBankFormatIn {
  /** Which words say what became of a payment; null or left out: the usual ones. */
  @Optional()
  @Nullable()
  @Part(() => BankFormatWordsIn)
  words?: BankFormatWordsIn | null
}

export class UpdateBankFormatIn extends SeenIn {
  @Optional()
  @IsString()
  @Length(1, 60)
  @PlainText()
  name?: string

  @Optional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(40)
  @Items(() => BankFormatColumnIn)
  columns?: BankFormatColumnIn[]

  @Optional()
  @IsBoolean()
  isDefault?: boolean
}

export class UpdateBankReturnFormatIn extends UpdateBankFormatIn {
  @Optional()
  @Nullable()
  @Part(() => BankFormatWordsIn)
  words?: BankFormatWordsIn | null
}

export class BankFormatColumnOut {
  field!: string
  title!: string
  value!: string | null
}

export class BankFormatWordsOut {
  paid!: string[]
  failed!: string[]
  returned!: string[]
}

export type BankFormatOwner = 'school' | 'region' | 'product'

export class BankFormatOut {
  id!: number
  /** Null: of all schools of the region. */
  schoolId!: number | null
  schoolName!: string | null
  regionCode!: string
  name!: string
  columns!: BankFormatColumnOut[]
  words!: BankFormatWordsOut | null
  isDefault!: boolean
  revision!: number
  updatedByName!: string
  updatedAt!: string
  /** `update` and `delete`, where it is the person's to change. */
  actions!: string[]
}

export class BankFormatFieldOut {
  name!: string
  titleZh!: string
  titleEn!: string
  isRequired!: boolean
  isRepeatable!: boolean
  sample!: string
}

export class BankFormatPresetOut {
  key!: string
  name!: string
  columns!: BankFormatColumnOut[]
  words!: BankFormatWordsOut | null
}

/** What a format can be made of, and shapes to begin with. */
export class BankFormatPresetsOut {
  fields!: BankFormatFieldOut[]
  presets!: BankFormatPresetOut[]
}

/** A format that may be chosen, or by which a file was read. */
export class BankFormatChoiceOut {
  /** The id of a format, or the key of one that everybody has. */
  key!: string
  name!: string
  owner!: BankFormatOwner
  /** What is taken where nobody chooses. */
  isDefault!: boolean
}

export function toBankFormatOut(
  { id, schoolId, regionCode, name, columns, words, defaultKey, revision, ...row }: BankFormat,
  actions: string[],
): BankFormatOut {
  return {
    id,
    schoolId,
    schoolName: row.school?.name ?? null,
    regionCode,
    name,
    columns: columns.map(({ field, title, value }) => ({ field, title, value })),
    words: words && {
      paid: [...words.paid],
      failed: [...words.failed],
      returned: [...words.returned],
    },
    isDefault: defaultKey !== null,
    revision,
    updatedByName: row.updatedByName,
    updatedAt: row.updatedAt.toISOString(),
    actions,
  }
}

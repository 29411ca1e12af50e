/** The sentences for the reasons of the shared normalisers: what is wrong and how to mend it (拒绝原因). */

/** Texts by code; a description takes what it needs and adds its own. */
export const commonReasons = {
  duplicate: {
    zh: '与工作表“{sheet}”第 {row} 行重复。请核对，只保留正确的一行。',
    en: 'the same as row {row} of sheet “{sheet}”. Check both and keep the right one.',
  },
  name_missing: { zh: '没有填姓名。请补填。', en: 'the name is missing. Please fill it in.' },
  name_length: {
    zh: '姓名应为 2–50 个字，现为 {length} 个字。请核对。',
    en: 'a name has 2–50 characters; this one has {length}. Please check it.',
  },
  name_unknown_characters: {
    zh: '姓名里有别人的屏幕上显示不出的自造字。请换用标准的生僻字输入法重新输入。',
    en: 'the name holds a character that other screens cannot show. Enter it again with an input method that knows rare characters.',
  },
  'left_out.too_long': { zh: '内容太长，没有导入。', en: 'is too long and was left out.' },
  left_out: { zh: '内容看不懂，没有导入。', en: 'could not be read and was left out.' },
  'left_out.fixed_line': {
    zh: '是固定电话，没有导入（家长登录和收通知要用手机号）。孩子照常导入。',
    en: 'is a fixed line and was left out (guardians sign in with a mobile number). The child is imported.',
  },
  'left_out.yes_no': {
    zh: '既不是“是”也不是“否”，按“否”导入。请核对。',
    en: 'is neither yes nor no and was read as no. Please check.',
  },
  'left_out.document': {
    zh: '是护照、通行证等其他证件，没有保存。孩子凭学籍号导入。',
    en: 'is a passport, permit or other document and was not kept. The child is imported by the student number.',
  },
  class_by_entry_year: {
    zh: '“{year}级”按 9 月 1 日起的学年读作 {grade} 年级。若不对，请在表格里写明年级。',
    en: '“{year}级” (entered in {year}) was read as grade {grade}; the school year begins on 1 September. If that is wrong, write the grade in the sheet.',
  },
  class_missing: {
    zh: '没有填班级。请补填，如“一(1)班”。',
    en: 'the class is missing. Please fill it in, for example 一(1)班.',
  },
  class_unknown: {
    zh: '看不出是哪个班。请写成“一(1)班”或“一年级1班”。',
    en: 'it is not clear which class is meant. Write 一(1)班 or 一年级1班.',
  },
  sex: { zh: '性别只能填“男”或“女”。', en: 'the sex must be 男 (male) or 女 (female).' },
  birth_date: {
    zh: '出生日期不对。请写成 2018-09-01。',
    en: 'the birth date is wrong. Write it like 2018-09-01.',
  },
  'birth_date.unreadable': {
    zh: '不是有效的日期。请写成 2018-09-01。',
    en: 'this is not a date that exists. Write it like 2018-09-01.',
  },
  'birth_date.range': {
    zh: '出生日期应在 {from} 至 {to} 之间。请核对年份。',
    en: 'the birth date must be between {from} and {to}. Please check the year.',
  },
  phone: {
    zh: '不是有效的手机号（11 位，以 13–19 开头）。请核对。',
    en: 'this is not a mobile number (11 digits, beginning 13–19). Please check it.',
  },
  'phone.digits': {
    zh: '手机号应为 11 位，现为 {digits} 位。请核对。',
    en: 'a mobile number has 11 digits; this one has {digits}. Please check it.',
  },
  'phone.fixed': {
    zh: '这是固定电话。请填手机号。',
    en: 'this is a fixed line. Give a mobile number.',
  },
  'phone.several': {
    zh: '一格里有几个手机号。请只留一个。',
    en: 'the cell holds several numbers. Keep one.',
  },
  'phone.lost': {
    zh: '手机号被存成科学计数，末几位已丢失。请把这一列设为文本后重填。',
    en: 'the number was saved in scientific notation and its last digits are lost. Format the column as text and enter it again.',
  },
  length: {
    zh: '应为 {expected} 位，现为 {length} 位。请核对。',
    en: 'it must have {expected} characters; it has {length}. Please check it.',
  },
  check_digit: {
    zh: '最后一位校验码不对，号码里有字写错。请对照证件核对。',
    en: 'the check digit does not fit: some character is wrong. Compare it with the document.',
  },
  number_format: {
    zh: '号码里有不该出现的字符或日期。请对照证件核对。',
    en: 'the number holds a character or date that cannot be. Compare it with the document.',
  },
  digits_lost: {
    zh: '号码被存成数字，末几位已丢失。请把这一列设为文本后重填。',
    en: 'the number was saved as a figure and its last digits are lost. Format the column as text and enter it again.',
  },
  yes_no: { zh: '请填“是”或“否”。', en: 'write 是 (yes) or 否 (no).' },
  too_long: {
    zh: '最多 {longest} 个字，现为 {length} 个字。请缩短。',
    en: 'at most {longest} characters; it has {length}. Please shorten it.',
  },
  form: {
    zh: '内容不符合要求。请对照登记表单的要求改正。',
    en: 'this does not fit the form’s rules. Please mend it as the form asks.',
  },
  grade_not_of_stage: {
    zh: '{grade} 年级不属于本校学段（应为 {first}–{last} 年级）。请核对班级，或确认选对了学校。',
    en: 'grade {grade} is not of this school’s stage ({first}–{last}). Check the class, and that the school is the right one.',
  },
  same_one: {
    zh: '与工作表“{sheet}”第 {row} 行是系统里的同一条登记。请核对，只保留正确的一行。',
    en: 'this is the same entry in the records as row {row} of sheet “{sheet}”. Check both and keep the right one.',
  },
  integer: { zh: '请填整数。', en: 'write a whole number.' },
  out_of_range: { zh: '应在 {least} 至 {most} 之间。', en: 'it must be between {least} and {most}.' },
} as const satisfies Record<string, { zh: string; en: string }>

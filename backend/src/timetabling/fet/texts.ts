/** The sentences about .fet files (FET 文件说明). */
import type { Texts } from '../../platform/texts.js'

const unknown = (zh: string, en: string): { zh: string; en: string } => ({
  zh: `{where}（第 {line} 行）写有${zh}“{name}”，但文件的${zh}名单里没有。请补上名单或改正名称。`,
  en: `{where} (line {line}) names the ${en} "{name}", whom or which the list of the file does not have. Add it to the list or correct the name.`,
})

export const fetTexts: Texts = {
  'scheduling.fet_too_large': {
    zh: '文件超过 {megabytes} MB 的上限，无法读取。',
    en: 'The file is larger than the limit of {megabytes} MB.',
  },
  'scheduling.fet_not_utf8': {
    zh: '第 {line} 行附近不是 UTF-8 文字。请用 FET 重新保存文件。',
    en: 'Near line {line} the text is not UTF-8. Save the file again with FET.',
  },
  'scheduling.fet_doctype': {
    zh: '第 {line} 行含有 DOCTYPE，FET 文件里不应有它。为安全起见没有读取。',
    en: 'Line {line} has a DOCTYPE, which no FET file needs. For safety it was not read.',
  },
  'scheduling.fet_entity': {
    zh: '第 {line} 行含有 XML 以外的实体（&…;）。请用 FET 重新保存文件。',
    en: 'Line {line} has an entity (&…;) that XML does not know. Save the file again with FET.',
  },
  'scheduling.fet_too_deep': {
    zh: '第 {line} 行嵌套超过 {most} 层，不像 FET 文件。',
    en: 'At line {line} it is nested deeper than {most} levels; this does not look like a FET file.',
  },
  'scheduling.fet_too_many': {
    zh: '到第 {line} 行已超过 {most} 个元素的上限，无法读取。',
    en: 'By line {line} it has more than the limit of {most} elements.',
  },
  'scheduling.fet_truncated': {
    zh: '文件到第 {line} 行就中断了，可能没有下载完整。请重新取得文件。',
    en: 'The file breaks off at line {line}; it may not have been downloaded whole. Get it again.',
  },
  'scheduling.fet_malformed': {
    zh: '第 {line} 行不是正确的 XML（{reason}）。请用 FET 重新保存文件。',
    en: 'Line {line} is not proper XML ({reason}). Save the file again with FET.',
  },
  'scheduling.fet_wrong_root': {
    zh: '这不是 FET 文件：最外层是“{name}”，应为“{expected}”。',
    en: 'This is not the expected FET file: it begins with "{name}" instead of "{expected}".',
  },
  'scheduling.fet_mode': {
    zh: '文件的模式是“{mode}”，只能读取“Official”模式。请在 FET 里改为官方模式后保存。',
    en: 'The file is of the mode "{mode}"; only "Official" can be read. Change the mode in FET and save it.',
  },
  'scheduling.fet_version': {
    zh: '不认识 FET 版本“{version}”，可读取 5、6 和 7 的文件。',
    en: 'The FET version "{version}" is not known; files of 5, 6 and 7 can be read.',
  },
  'scheduling.fet_missing': {
    zh: '{where}（第 {line} 行）缺少“{name}”。请用 FET 重新保存文件。',
    en: '{where} (line {line}) lacks "{name}". Save the file again with FET.',
  },
  'scheduling.fet_bad_value': {
    zh: '{where}（第 {line} 行）的“{name}”不能是“{value}”。',
    en: '{where} (line {line}): "{name}" cannot be "{value}".',
  },
  'scheduling.fet_duplicate': {
    zh: '{where}（第 {line} 行）的名称“{name}”出现了两次。请改名。',
    en: '{where} (line {line}): the name "{name}" occurs twice. Rename one of them.',
  },
  'scheduling.fet_unknown_teacher': unknown('教师', 'teacher'),
  'scheduling.fet_unknown_students': unknown('学生组', 'students'),
  'scheduling.fet_unknown_subject': unknown('科目', 'subject'),
  'scheduling.fet_unknown_tag': unknown('活动标签', 'activity tag'),
  'scheduling.fet_unknown_room': unknown('教室', 'room'),
  'scheduling.fet_unknown_activity': unknown('活动', 'activity'),
  'scheduling.fet_unknown_day': unknown('日', 'day'),
  'scheduling.fet_unknown_hour': unknown('课时', 'hour'),
  'scheduling.fet_unsupported': {
    zh: '文件里有还不能求解的约束：{kinds}。可选择忽略它们，其余照常求解。',
    en: 'The file has constraints that cannot be solved yet: {kinds}. They can be left out and the rest solved.',
  },
  'scheduling.fet_no_room': {
    zh: '活动 {activity} 没有可用的教室：几条教室约束互相矛盾，或教室都坐不下它的学生。请改正教室约束或容量。',
    en: 'Activity {activity} has no possible room: its room constraints contradict one another or no room holds its students. Correct the constraints or the capacities.',
  },
  'scheduling.fet_answer_of_other_file': {
    zh: '这份答案里的活动 {activity} 不在原文件里，可能是另一份文件的答案。',
    en: 'Activity {activity} of this answer is not in the file; it may be the answer to another one.',
  },
  'scheduling.fet_not_expressible': {
    zh: 'FET 不能表示“{kinds}”，不能导出为 FET 文件。',
    en: 'FET has no way to say "{kinds}", so it cannot be written as a FET file.',
  },
}

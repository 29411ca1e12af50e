/** The sentences of the command line (命令行说明). */
import type { Texts } from '../platform/texts.js'

const usage = (arguments_: string, options: { readonly zh: string; readonly en: string }) => ({
  zh: `用法：kehou ${arguments_} ${options.zh}`,
  en: `Usage: kehou ${arguments_} ${options.en}`,
})

export const cliTexts: Texts = {
  'cli.not_understood': {
    zh: '看不懂这条命令：{reason}。用 kehou --help 查看用法。',
    en: 'The command is not understood: {reason}. See kehou --help.',
  },
  'cli.unknown_command': {
    zh: '没有“{command}”这条命令。用 kehou --help 查看用法。',
    en: 'There is no command "{command}". See kehou --help.',
  },
  'cli.unknown_language': { zh: '--lang 只能是 zh 或 en。', en: '--lang must be zh or en.' },
  'cli.usage_import': usage('{command}', { zh: '文件 --school 学校标识码', en: 'FILE --school CODE' }),
  'cli.usage_set_up': usage('set-up', {
    zh: '--region 行政区划代码 --name 地区名称',
    en: '--region CODE --name NAME',
  }),
  'cli.usage_ledger_anchors': usage('ledger anchors', { zh: '--out 文件', en: '--out FILE' }),
  'cli.anchors_differ': {
    zh: '{file} 第 {line} 行与现在的锚点不同：账簿的历史可能被改写过。没有覆盖，请保留原文件，用 ledger verify --anchors 核对。',
    en: '{file}, line {line}, is not what the anchors say now: the history of the books may have been rewritten. Nothing was overwritten; keep the file and compare with ledger verify --anchors.',
  },
  'cli.no_anchors': {
    zh: '{file} 不是锚点文件：每行应是一个 JSON，由 kehou ledger anchors 写出。',
    en: '{file} is no file of anchors: each line should be JSON as written by kehou ledger anchors.',
  },
  'cli.usage_ledger_export': usage('ledger export --format hledger|csv|vouchers', {
    zh: '--out 文件|- [--school 学校标识码] [--year 年度]',
    en: '--out FILE|- [--school CODE] [--year YYYY]',
  }),
  'cli.usage_timetable_solve': usage('timetable solve', {
    zh: '文件.fet --seed 整数 --seconds 秒数 --out 输出.fet [--ignore-unsupported]',
    en: 'FILE.fet --seed N --seconds S --out OUT.fet [--ignore-unsupported]',
  }),
  'cli.usage_recover': usage('recover', { zh: '--user 用户名', en: '--user NAME' }),
  'cli.unknown_account': {
    zh: '没有用户名为“{user}”的工作人员账号，或者账号已停用。',
    en: 'There is no staff account with the user name "{user}", or it is frozen.',
  },
  'cli.unknown_school': {
    zh: '没有标识码为“{school}”的学校。用 kehou schools 查看。',
    en: 'There is no school with the code "{school}". See kehou schools.',
  },
  'cli.file_not_found': { zh: '找不到文件 {file}。', en: 'There is no file {file}.' },
  'cli.file_unreadable': {
    zh: '读不了文件 {file}（{reason}）。',
    en: 'The file {file} cannot be read ({reason}).',
  },
  'cli.no_heads': {
    zh: '文件 {file} 不是 kehou audit head 的输出。',
    en: 'The file {file} is no output of kehou audit head.',
  },
  'cli.file_unwritable': {
    zh: '写不了文件 {file}（{reason}）。请换一个位置。',
    en: 'The file {file} cannot be written ({reason}). Choose another place.',
  },
  'cli.file_too_large': {
    zh: '文件 {file} 超过 {megabytes} MB 的上限。表格请删去图片或按年级拆成几个文件。',
    en: 'The file {file} is larger than the limit of {megabytes} MB. Remove pictures from a sheet or split it by grade.',
  },
  'cli.not_started': { zh: '{reason}', en: '{reason}' },
  'cli.written': { zh: '已写入 {file}，{lines} 行。', en: '{file} written, {lines} lines.' },
  'cli.written_out': { zh: '已写出 {lines} 行。', en: '{lines} lines written.' },
  'cli.left_out': { zh: '未考虑：{kinds}', en: 'Left out: {kinds}' },
  'cli.progress': {
    zh: '已排 {placed}/{total}，偏好代价 {softCost}，{steps} 步',
    en: '{placed}/{total} placed, cost of wishes {softCost}, {steps} steps',
  },
  'cli.rule_broken': {
    zh: '违反规则 {rule}：活动 {activities}',
    en: 'Broken rule {rule}: activities {activities}',
  },
  'cli.unplaced': {
    zh: '有 {count} 项活动没有排下：{activities}',
    en: '{count} activities could not be placed: {activities}',
  },
  'cli.answer_not_written': {
    zh: '答案违反规则，没有写入文件。',
    en: 'The answer breaks rules; no file was written.',
  },
}

import type { Texts } from '../../platform/texts.js'

export const bankFormatTexts: Texts = {
  'funding.bank_format_field_unknown': {
    zh: '列“{title}”的内容“{field}”不认识，请从列表里选。',
    en: 'The column “{title}” is to hold “{field}”, which is not known; choose from the list.',
  },
  'funding.bank_format_field_twice': {
    zh: '“{field}”选了两次，每项内容只能有一列。',
    en: '“{field}” was chosen twice; each has one column.',
  },
  'funding.bank_format_title_empty': {
    zh: '“{field}”这一列没有标题，请照银行的文件填写。',
    en: 'The column for “{field}” has no title; give it as the bank writes it.',
  },
  'funding.bank_format_title_twice': {
    zh: '标题“{title}”出现了两次，请改成不同的标题。',
    en: 'The title “{title}” stands there twice; give different ones.',
  },
  'funding.bank_format_value_unused': {
    zh: '“{field}”的内容由系统填写，不能另写固定内容。',
    en: 'What stands under “{field}” comes from the payments; a fixed text cannot be given.',
  },
  'funding.bank_format_field_missing': {
    zh: '还缺少必须的列：{fields}。',
    en: 'Columns are missing that must be there: {fields}.',
  },
  'funding.bank_format_word_opposite': {
    zh: '“{word}”本来就有相反的意思，不能这样填。请核对“已付款”和“失败、退回”两栏。',
    en: "'{word}' means the opposite by itself and cannot stand here. Please check the words for paid and for failed or returned.",
  },
  'funding.bank_format_word_empty': {
    zh: '有一个字样是空的，请删掉或填写。',
    en: 'One of the words is empty; fill it in or take it away.',
  },
  'funding.bank_format_word_twice': {
    zh: '字样“{word}”写了两次；一个字样只能表示一种结果。',
    en: 'The word “{word}” was given twice; a word stands for one result.',
  },
  'funding.bank_format_word_missing': {
    zh: '没有表示“已付款”的字样，这样没有一笔能核销。请至少填一个，或全部留空按常用字样判断。',
    en: 'No word says that a payment was made, so none could ever be settled. Give one at least, or none at all to go by the usual words.',
  },
  'funding.bank_format_name_taken': {
    zh: '已有名为“{name}”的格式，请换一个名称。',
    en: 'There is a format called {name} already; choose another name.',
  },
  'funding.bank_format_at_once': {
    zh: '别人刚刚把另一个格式设为默认，这次没有保存。请刷新后再看。',
    en: 'Somebody has just made another format the first choice, and nothing was saved. Reload and look again.',
  },
  'funding.bank_format_too_many': {
    zh: '最多保存 {most} 个格式，请先删去不用的。',
    en: 'There can be {most} formats at most; delete those that are not used.',
  },
  'funding.bank_format_not_own': {
    zh: '“{name}”是上级统一的格式，您不能修改。可以照它另建一个。',
    en: 'The format {name} is set for the whole region and is not yours to change. You can make another like it.',
  },
  'funding.bank_format_changed': {
    zh: '核对以后，读取这个文件的格式已变成“{name}”。没有导入，请重新选择文件核对。',
    en: 'Since you looked, the format by which this file is read has become {name}. Nothing was imported; please choose the file again.',
  },
}

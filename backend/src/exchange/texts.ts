import { unreadableTexts } from '../platform/sheets/index.js'
import type { Texts } from '../platform/texts.js'

export const exchangeTexts: Texts = {
  ...unreadableTexts,
  'exchange.no_header': {
    zh: '没有找到表头。请确认表格里有写着“姓名”“班级”等的一行标题，或在“对应列”中手工指定。',
    en: 'No row of titles was found. Check that the sheet has one (name, class …), or match the columns by hand.',
  },
  'exchange.columns_missing': {
    zh: '工作表“{sheet}”缺少必需的列：{columns}。请在“对应列”中指定，或在表格中补上后重新上传。',
    en: 'Sheet “{sheet}” lacks columns that are needed: {columns}. Match them by hand, or add them and upload again.',
  },
  'exchange.unknown_field': {
    zh: '列的对应关系不对，请刷新页面后重试。',
    en: 'The matching of columns is not right; reload the page and try again.',
  },
  'exchange.preview_first': { zh: '请先预览，再开始导入。', en: 'Look at the preview first, then start.' },
  'exchange.no_such_doubt': {
    zh: '这一行已不需要确认。请刷新页面后再看。',
    en: 'This row no longer needs a decision. Reload the page and look again.',
  },
  'exchange.upload_quota': {
    zh: '本校今天已上传 {most} 个文件，达到上限。请明天再传，或联系管理员。',
    en: 'The school has uploaded {most} files today, which is the limit. Upload more tomorrow, or ask the administrator.',
  },
  'exchange.too_many_doubts': {
    zh: '一个文件里最多可确认 {most} 名“可能是同一个孩子”。请先核对学籍号，或拆成几个文件。',
    en: 'At most {most} rows of one file can be decided on. Check the student numbers first, or split the file.',
  },
  'exchange.already_started': {
    zh: '这次导入已经开始或已结束。请刷新查看结果；要再导入请重新上传。',
    en: 'This import has started or ended already. Reload to see the result; to import again, upload the file again.',
  },
}

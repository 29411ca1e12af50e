import type { Texts } from '../../platform/texts.js'

export const attachmentTexts: Texts = {
  'funding.attachment_kind': {
    zh: '“{fileName}”不是可以上传的文件。请上传 PDF、图片（PNG、JPG）、Word（.docx）或 Excel（.xlsx），不能带宏。',
    en: '{fileName} cannot be handed in. Upload a PDF, a picture (PNG, JPG), Word (.docx) or Excel (.xlsx) without macros.',
  },
  'funding.attachment_too_large': {
    zh: '“{fileName}”超过 10 MB。请压缩或分成几份再上传。',
    en: '{fileName} is larger than 10 MB. Compress or split it, then upload it.',
  },
  'funding.attachment_empty': {
    zh: '“{fileName}”是空文件，请重新选择。',
    en: '{fileName} is empty; choose another file.',
  },
  'funding.attachment_locked': {
    zh: '已提交办理，附件不能再增减。要修改请先撤回或等待退回。',
    en: 'This has been handed in: its attachments are fixed. Withdraw it first, or wait until it is returned.',
  },
  'funding.attachment_too_many': {
    zh: '附件最多 {most} 个，请先删去不需要的。',
    en: 'There can be {most} attachments; remove one first.',
  },
}

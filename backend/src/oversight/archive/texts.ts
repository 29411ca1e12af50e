import type { Texts } from '../../platform/texts.js'

export const archiveTexts: Texts = {
  'funding.archive_too_large': {
    zh: '这一年的附件共 {size} MB，超过一个档案包的上限 {most} MB。请联系管理员分批导出。',
    en: 'The attachments of this year come to {size} MB, more than an archive of {most} MB can hold. Ask the administrator to take them in parts.',
  },
}

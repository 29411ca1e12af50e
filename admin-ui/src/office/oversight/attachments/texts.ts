import type { Words } from '../../../shared/texts'

export const zh = {
  funding: {
    attachments: '附件',
    download: '下载',
    addAttachment: '添加附件',
    takePhoto: '拍照',
    attachmentKinds: '扫描件、照片、文字文档或表格（xlsx），每个不超过 10 MB。提交后不能再增减。',
    noAttachments: '还没有附件。',
    removeAttachment: '删除附件“%{name}”',
    removeAttachmentConsequence: '“%{name}”会被删除，不能恢复。',
    attachmentAdded: '已添加“%{name}”。',
    attachmentRemoved: '已删除。',
    attachmentHash: '校验码（用来核对文件没有改动）',
    uploading: '正在上传…',
  },
}

export const en: Words<typeof zh> = {
  funding: {
    attachments: 'Attachments',
    download: 'Download',
    addAttachment: 'Add a file',
    takePhoto: 'Take a photo',
    attachmentKinds: 'PDF, picture, Word or Excel, up to 10 MB each. Fixed once this has been handed in.',
    noAttachments: 'No files yet.',
    removeAttachment: 'Remove %{name}',
    removeAttachmentConsequence: '%{name} is deleted and cannot be brought back.',
    attachmentAdded: '%{name} was added.',
    attachmentRemoved: 'Removed.',
    attachmentHash: 'Checksum (shows that the file has not changed)',
    uploading: 'Uploading…',
  },
}

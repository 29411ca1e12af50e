import type { Words } from '../../shared/texts'

/** What declarations and estimates say of the counts of classes. */
export const zh = {
  declaring: {
    counts: {
      enrolled: '在籍学生',
      participants: '参加学生',
      participantMonths: '参加人·月',
      sessions: '课次（计划数，未经登记确认）',
      waived: '减免学生',
      waivedFen: '减免金额',
    },
    recorded: '记录 %{count}',
    editCounts: '修改数字',
    editCountsHelp: '只填与记录不一致的数字。记录保留在旁边，审核的人会看到两个数字和原因。',
    reason: '原因',
    reasonHelp: '写明为什么与记录不一致，例如学籍在途。',
    saveCounts: '保存',
    countsSaved: '已保存，金额已重新计算。',
    preview: '按现有记录计算',
    notEntitled: '不能申报',
  },
}

export const en: Words<typeof zh> = {
  declaring: {
    counts: {
      enrolled: 'Enrolled',
      participants: 'Taking part',
      participantMonths: 'Student-months',
      sessions: 'Sessions (planned, not confirmed)',
      waived: 'Waived',
      waivedFen: 'Sum waived',
    },
    recorded: 'records: %{count}',
    editCounts: 'Change counts',
    editCountsHelp:
      'Change only what differs from the records. The record stays beside it: whoever checks sees both and your reason.',
    reason: 'Reason',
    reasonHelp: 'Why it differs from the records, for example a transfer under way.',
    saveCounts: 'Save',
    countsSaved: 'Saved; the amount has been computed anew.',
    preview: 'By the records of now',
    notEntitled: 'Cannot declare',
  },
}

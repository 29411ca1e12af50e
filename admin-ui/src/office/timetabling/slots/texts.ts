import type { Words } from '../../../shared/texts'

export const zh = {
  menu: { slots: '时段' },
  resources: {
    slots: {
      name: '时段',
      fields: { weekday: '星期', startTime: '开始', endTime: '结束', serviceType: '服务类型' },
    },
  },
  timetabling: {
    slotsUnder: '一周里哪些时间开展课后服务。只能在上课日、放学以后（规则 BAN-1）。',
    usualWeek: '预填常用的一周',
    usualWeekHelp: '周一至周五，放学后两个一小时的时段；与已有时段重叠的不加。',
    usualWeekDone: '已加入 %{count} 个时段。',
    removeSlot: '删除时段 %{when}',
    removeSlotConsequence: '只有课程表没有用到的时段才能删除。',
    policy: '规则 BAN-1：课后服务在放学（%{time}）以后；早到看护、午托、晚自习不能列入。',
    slotConsequence: '已经发布的课次不会马上变，重新发布课程表以后按新的时间。',
    serviceTypes: { after_school: '课后服务', extended_care: '延时托管' },
  },
}

export const en: Words<typeof zh> = {
  menu: { slots: 'Time slots' },
  resources: {
    slots: {
      name: 'Time slot |||| Time slots',
      fields: { weekday: 'Weekday', startTime: 'Start', endTime: 'End', serviceType: 'Service' },
    },
  },
  timetabling: {
    slotsUnder:
      'When after-school service takes place in the week: on school days only, after the last lesson (rule BAN-1).',
    usualWeek: 'Prefill the usual week',
    usualWeekHelp: 'Monday to Friday, two slots of an hour after lessons; what would overlap is left out.',
    usualWeekDone: '%{count} slots added.',
    removeSlot: 'Delete the slot %{when}',
    removeSlotConsequence: 'Only slots that no timetable uses can be deleted.',
    policy:
      'Rule BAN-1: after-school service begins after the last lesson (%{time}); early care, noon care and evening self-study cannot be part of it.',
    slotConsequence:
      'Published sessions do not change at once; they follow when the timetable is published again.',
    serviceTypes: { after_school: 'After-school service', extended_care: 'Extended care' },
  },
}

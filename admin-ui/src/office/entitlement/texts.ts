import type { Words } from '../../shared/texts'

export const zh = {
  funding: {
    purposes: {
      after_school_primary: '小学课后服务',
      after_school_junior: '初中课后服务',
      school_general: '学校其他支出',
    },
    levels: { whole: '不分级', nation: '中央', province: '省级', city: '市级', district: '县区级' },
  },
}

export const en: Words<typeof zh> = {
  funding: {
    purposes: {
      after_school_primary: 'After-school service, primary',
      after_school_junior: 'After-school service, junior secondary',
      school_general: 'Other school spending',
    },
    levels: {
      whole: 'Not told apart',
      nation: 'Nation',
      province: 'Province',
      city: 'City',
      district: 'District',
    },
  },
}

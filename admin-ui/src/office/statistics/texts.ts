import type { Words } from '../../shared/texts'

export const zh = {
  statistics: { where: '现在看的范围', all: '全部', total: '合计', region: '区县', school: '学校' },
}

export const en: Words<typeof zh> = {
  statistics: { where: 'What is shown', all: 'All', total: 'Total', region: 'District', school: 'School' },
}

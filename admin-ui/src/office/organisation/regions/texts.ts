import type { Words } from '../../../shared/texts'

export const zh = {
  resources: {
    regions: { name: '地区', fields: { code: '代码', name: '名称', nameEn: '英文名称', level: '级别' } },
  },
  organisation: {
    regionLevels: { province: '省', city: '市', district: '区县' },
    noRegions: '还没有地区。',
    regionCodeHelp: '行政区划代码：省两位，市四位，区县六位；必须在您的地区之下。',
  },
  menu: { regions: '地区' },
}

export const en: Words<typeof zh> = {
  resources: {
    regions: {
      name: 'Region |||| Regions',
      fields: { code: 'Code', name: 'Name', nameEn: 'English name', level: 'Level' },
    },
  },
  organisation: {
    regionLevels: { province: 'Province', city: 'City', district: 'District' },
    noRegions: 'There are no regions yet.',
    regionCodeHelp:
      'Division code: two digits a province, four a city, six a district; below your own region.',
  },
  menu: { regions: 'Regions' },
}

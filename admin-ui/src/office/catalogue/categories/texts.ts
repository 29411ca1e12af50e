import type { Words } from '../../../shared/texts'

export const zh = {
  menu: { categories: '课程类别' },
  resources: {
    categories: {
      name: '课程类别',
      fields: {
        regionCode: '地区',
        code: '代码',
        nationalCode: '国家目录代码',
        name: '名称',
        nameEn: '英文名称',
        position: '排序',
        parentId: '上级类别',
      },
    },
  },
  catalogue: {
    categoriesUnder: '本地区课后服务内容的分类；学校的每门课程都归在其中一类。',
    noCategories: '还没有课程类别。',
    noCategoriesNext: '由教育局设置类别，学校开课时选用。',
    kindWithoutItems: '还没有细分项目',
    codeHelp: '只用大写字母、数字和下划线。',
    nationalCodeHelp: '对应国家课后服务内容目录的代码。',
    positionHelp: '数字小的排在前面。',
    parentHelp: '留空就是一个大类。',
  },
}

export const en: Words<typeof zh> = {
  menu: { categories: 'Course categories' },
  resources: {
    categories: {
      name: 'Category |||| Categories',
      fields: {
        regionCode: 'Region',
        code: 'Code',
        nationalCode: 'National code',
        name: 'Name',
        nameEn: 'English name',
        position: 'Position',
        parentId: 'Under',
      },
    },
  },
  catalogue: {
    categoriesUnder:
      'How the region sorts the content of after-school service; each course of a school belongs to one.',
    noCategories: 'There are no categories yet.',
    noCategoriesNext: 'The education bureau sets them; schools choose from them.',
    kindWithoutItems: 'No items yet',
    codeHelp: 'Capital letters, digits and underscores, such as BALL_GAMES.',
    nationalCodeHelp: 'The code in the national catalogue of after-school content.',
    positionHelp: 'Smaller numbers come first.',
    parentHelp: 'Left empty, it is a kind of its own.',
  },
}

import type { Words } from '../../../shared/texts'

export const zh = {
  menu: { archive: '年度档案' },
  archive: {
    title: '年度档案',
    under: '一所学校一个年度的全部经费材料，打成一个压缩包交审计。',
    noSchool: '请先选一所学校。',
    noSchoolNext: '在上方选择学校后，就可以取出它的年度档案。',
    year: '年度',
    take: '下载档案包',
    noted: '文书要现做，材料多时要等一会儿。谁在什么时候取出了哪一年，会写进操作记录。',
    contents: '包里有什么',
    parts: {
      documents: '单据：测算、绩效目标、申报、下达、分配方案、合同与采购、发票、支付和更正、结算、审计发现',
      papers: '文书：申报表、下达通知、结算表等，可以打印',
      steps: '每份单据的办理经过：谁、哪天、什么意见',
      books: '台账：分录、日记账、凭证',
      bank: '银行回单明细',
      attachments: '各单据的附件原件',
      anchors: '锚点文件，证明台账没有被改过',
      hashes: '每个文件的校验码，和怎么核对的说明',
    },
  },
}

export const en: Words<typeof zh> = {
  menu: { archive: 'Archive of a year' },
  archive: {
    title: 'Archive of a year',
    under: 'All papers of the money of one school and year, in one file for the auditor.',
    noSchool: 'Choose a school first.',
    noSchoolNext: 'When a school is chosen above, its archive can be taken.',
    year: 'Year',
    take: 'Download the archive',
    noted:
      'Papers are written anew, which takes a while where there are many. Who took which year, and when, stands in the audit trail.',
    contents: 'What is in it',
    parts: {
      documents:
        'Documents: estimates, targets, declarations, notices, schemes, contracts and purchases, invoices, payments and corrections, settlements, findings',
      papers: 'Papers for print: declarations, notices, settlements and others',
      steps: 'The steps of every document: who, on which day, with which comment',
      books: 'The books: lines, journal, vouchers',
      bank: 'Lines of the bank',
      attachments: 'The files attached to the documents',
      anchors: 'The anchors, which prove that the books were not changed',
      hashes: 'A hash of every file, and how to check it',
    },
  },
}

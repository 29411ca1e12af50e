import type { Words } from '../../../shared/texts'

export const zh = {
  menu: { publications: '公示', objections: '异议' },
  resources: {
    publications: {
      name: '公示',
      fields: {
        title: '标题',
        kind: '类别',
        publisher: '公布单位',
        opensOn: '开始',
        closesOn: '截止',
        status: '状态',
        objectionCount: '异议',
      },
      events: {
        archive: {
          label: '归档',
          consequence: '公示期已满，归档后仍可在公众页面的往期里看到。',
          done: '已归档。',
        },
        retract: {
          label: '撤回公示',
          consequence: '公众页面会显示“已撤回”和原来的内容。请写明原因。',
          done: '已撤回。',
        },
      },
    },
    objections: {
      name: '异议',
      fields: {
        publicationTitle: '对哪份公示',
        body: '内容',
        contact: '联系方式',
        status: '状态',
        dueOn: '最迟答复',
        receivedAt: '提出时间',
        reply: '答复',
        actions: '办理',
      },
      events: {
        uphold: {
          label: '属实',
          consequence: '写明怎么处理；提出人凭查询号能看到。有错的申报请选出来，会退回学校重报。',
          done: '已答复。',
        },
        dismiss: { label: '不属实', consequence: '写明核实的情况；提出人凭查询号能看到。', done: '已答复。' },
      },
    },
  },
  states: {
    publications: { draft: '草稿', open: '公示中', archived: '已归档', withdrawn: '已撤回' },
    objections: { open: '待答复', upheld: '属实', dismissed: '不属实' },
  },
  publications: {
    kinds: { declarations: '申报', appropriation: '经费下达', statement: '收支情况', standards: '经费标准' },
    none: '还没有公示。',
    noneNext: '申报通过财政审核后，在“资金申报”里选中，一起公示。',
    content: '公示内容',
    objections: '异议',
    noObjections: '没有人提出异议。',
    noObjectionsNext: '公示期内，任何人都可以在公众页面提出异议。',
    publicPage: '打开公众页面',
    hash: '内容校验码',
    period: '公示期',
    openObjections: '待答复 %{open} 条，共 %{all} 条',
    late: '已超期',
    over: '期满',
    notAnnounced: '%{years}年放假安排未公布，期限按法定节假日计算',
    see: '看公示',
    subjectConsequence: '公示后任何人都能看到各行金额，公示期内可以提出异议。',
    search: '标题',
    declarationToReturn: '退回哪一份申报（可以不选）',
    none2: '不退回',
    publish: '公示',
    publishDone: '已公示到 %{closesOn}。',
    publishConsequence: '公示后任何人都能看到，期满且没有未答复的异议才能继续。',
  },
}
export const en: Words<typeof zh> = {
  menu: { publications: 'Publications', objections: 'Objections' },
  resources: {
    publications: {
      name: 'Publications',
      fields: {
        title: 'Title',
        kind: 'Kind',
        publisher: 'Published by',
        opensOn: 'From',
        closesOn: 'Until',
        status: 'State',
        objectionCount: 'Objections',
      },
      events: {
        archive: {
          label: 'Archive',
          consequence: 'The period is over; it stays on the public page among the past ones.',
          done: 'Archived.',
        },
        retract: {
          label: 'Withdraw',
          consequence: 'The public page says that it was withdrawn and keeps the content. Say why.',
          done: 'Withdrawn.',
        },
      },
    },
    objections: {
      name: 'Objections',
      fields: {
        publicationTitle: 'Against',
        body: 'What is said',
        contact: 'Contact',
        status: 'State',
        dueOn: 'Answer by',
        receivedAt: 'Received',
        reply: 'Answer',
        actions: 'Act',
      },
      events: {
        uphold: {
          label: 'It is right',
          consequence:
            'Say what will be done; the objector finds the answer by the number. Choose the declaration that is wrong: it goes back to the school.',
          done: 'Answered.',
        },
        dismiss: {
          label: 'It is not right',
          consequence: 'Say what was found; the objector finds the answer by the number.',
          done: 'Answered.',
        },
      },
    },
  },
  states: {
    publications: { draft: 'Draft', open: 'Public', archived: 'Archived', withdrawn: 'Withdrawn' },
    objections: { open: 'Waits for an answer', upheld: 'Right', dismissed: 'Not right' },
  },
  publications: {
    kinds: {
      declarations: 'Declarations',
      appropriation: 'Grant',
      statement: 'Income and spending',
      standards: 'Standards',
    },
    none: 'Nothing has been published yet.',
    noneNext:
      'Once declarations have passed the finance check, choose them under Declarations and publish them together.',
    content: 'Content',
    objections: 'Objections',
    noObjections: 'Nobody has objected.',
    noObjectionsNext: 'During the period anybody can object on the public page.',
    publicPage: 'Open the public page',
    hash: 'Check code',
    period: 'Period',
    openObjections: 'Unanswered: %{open}, all: %{all}',
    late: 'late',
    over: 'Period over',
    notAnnounced: 'holidays of %{years} not announced: counted by the days of the law',
    see: 'See the publication',
    subjectConsequence: 'Everybody can see its lines and sums, and object during the period.',
    search: 'Title',
    declarationToReturn: 'Which declaration goes back (optional)',
    none2: 'None',
    publish: 'Publish',
    publishDone: 'Public until %{closesOn}.',
    publishConsequence:
      'Everybody can see it. It goes on when the period is over and no objection is unanswered.',
  },
}

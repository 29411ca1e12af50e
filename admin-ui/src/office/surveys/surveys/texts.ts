import type { Words } from '../../../shared/texts'

export const zh = {
  menu: { surveys: '问卷' },
  resources: {
    surveys: {
      name: '问卷',
      fields: {
        title: '标题',
        titleEn: '英文标题',
        termId: '学期',
        opensOn: '开始',
        closesOn: '结束',
        status: '状态',
        answeredCount: '已回答',
        questions: { kind: '题型', text: '题目（中文）', textEn: '题目（英文）' },
      },
      events: {
        open: { label: '开放问卷', done: '已开放，家长现在可以回答。' },
        close: { label: '结束问卷', done: '已结束，结果不再变化。' },
      },
    },
  },
  states: { surveys: { draft: '草稿', open: '正在回答', closed: '已结束' } },
  surveys: {
    make: '建立草稿',
    made: '草稿已建立，核对题目后开放。',
    makeConsequence: '先建立草稿，带学期满意度问卷的十道常用题，可以修改；开放以后不能再改。',
    change: '修改题目',
    closesHelp: '当天仍可回答。',
    none: '这个学期还没有问卷。',
    progress: '%{answered} / %{invited}（%{share}）',
    until: '%{date} 结束',
    period: '回答时间',
    toInvite: '开放后邀请',
    answeredOf: '已回答',
    questions: '题目',
    kinds: { scale: '五级打分', text: '文字，选答' },
    openConsequence:
      '将邀请 %{count} 位家长（每个孩子每位家长一次），他们马上能看到；到 %{date} 为止。开放后题目不能再改。',
    closeConsequence: '现在有 %{answered} / %{invited} 份。结束后家长不能再回答，也不能重新开放。',
    formula: '满意率怎样算',
    satisfiedFormula: '选 %{from} 分及以上 ÷ 有效答案',
  },
}

export const en: Words<typeof zh> = {
  menu: { surveys: 'Surveys' },
  resources: {
    surveys: {
      name: 'Survey |||| Surveys',
      fields: {
        title: 'Title',
        titleEn: 'English title',
        termId: 'Term',
        opensOn: 'Opens',
        closesOn: 'Closes',
        status: 'State',
        answeredCount: 'Answered',
        questions: { kind: 'Kind', text: 'Question (Chinese)', textEn: 'Question (English)' },
      },
      events: {
        open: { label: 'Open survey', done: 'Open; parents can answer now.' },
        close: { label: 'Close survey', done: 'Closed; the results stay as they are.' },
      },
    },
  },
  states: { surveys: { draft: 'Draft', open: 'Being answered', closed: 'Closed' } },
  surveys: {
    make: 'Make draft',
    made: 'The draft is made; check the questions and open it.',
    makeConsequence:
      'Makes a draft with the ten usual questions of a term, which you can change; once it is open it cannot be changed.',
    change: 'Change questions',
    closesHelp: 'Can still be answered on this day.',
    none: 'There is no survey in this term yet.',
    progress: '%{answered} / %{invited} (%{share})',
    until: 'closes %{date}',
    period: 'Answers',
    toInvite: 'Would be invited',
    answeredOf: 'Answered',
    questions: 'Questions',
    kinds: { scale: 'scale of five', text: 'words, optional' },
    openConsequence:
      'Invites %{count} guardians (each once for each child), who see it at once; until %{date}. The questions cannot be changed afterwards.',
    closeConsequence:
      '%{answered} of %{invited} have answered. Nobody can answer afterwards, and it cannot be opened again.',
    formula: 'How it is worked out',
    satisfiedFormula: 'answers of %{from} and above ÷ valid answers',
  },
}

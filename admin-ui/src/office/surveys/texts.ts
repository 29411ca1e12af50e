import type { Words } from '../../shared/texts'

export const zh = {
  menu: { results: '满意度结果', surveys: '问卷' },
  resources: {
    surveys: {
      name: '问卷',
      fields: { title: '标题', titleEn: '英文标题', termId: '学期', opensOn: '开始', closesOn: '结束', status: '状态', answeredCount: '已回答', questions: { kind: '题型', text: '题目（中文）', textEn: '题目（英文）' } },
      events: { open: { label: '开放问卷', done: '已开放，家长现在可以回答。' }, close: { label: '结束问卷', done: '已结束，结果不再变化。' } },
    },
  },
  states: { surveys: { draft: '草稿', open: '正在回答', closed: '已结束' } },
  surveys: {
    new: '新建问卷', make: '建立草稿', made: '草稿已建立，核对题目后开放。', makeConsequence: '先建立草稿，带学期满意度问卷的十道常用题，可以修改；开放以后不能再改。', change: '修改题目', closesHelp: '当天仍可回答。',
    none: '这个学期还没有问卷。', noneNext: '新建问卷时会带上常用题目，核对后开放即可。', noneNextSchool: '教育局开放问卷后，这里能看到进度和结果。', noneAsked: '这个学期还没有开放过问卷。',
    progress: '%{answered} / %{invited}（%{share}）', until: '%{date} 结束', period: '回答时间', toInvite: '开放后邀请', answeredOf: '已回答', questions: '题目', question: '题目', kinds: { scale: '五级打分', text: '文字，选答' },
    openConsequence: '将邀请 %{count} 位家长（每个孩子每位家长一次），他们马上能看到；到 %{date} 为止。开放后题目不能再改。', closeConsequence: '现在有 %{answered} / %{invited} 份。结束后家长不能再回答，也不能重新开放。',
    satisfaction: '家长有多满意？', which: '问卷', allSchools: '‹ 全部学校', school: '学校', overall: '总体满意率', satisfied: '满意率', responseRate: '回收率', invited: '邀请', answered: '答卷', invitedHelp: '每个孩子每位家长一份',
    ofValid: '有效答卷 %{count} 份', answeredOfInvited: '%{answered} / %{invited} 份', formula: '满意率怎样算', satisfiedFormula: '选 %{from} 分及以上 ÷ 有效答案',
    byQuestion: '每道题的回答', bySchool: '各校总体满意率', questionNote: 'n = %{n} 份。满意率 = 选 %{from} 分及以上的答案 ÷ 该题有效答案。', schoolNote: '由低到高。点学校看该校各题。', lowestOnly: '图中是最低的 %{count} 所，共 %{all} 所，全部见表格。',
    hiddenSchools: '%{count} 所学校不显示：不足 %{least} 份，或会让人算出不足 %{least} 份的学校。', hiddenGroup: '答卷不足 %{least} 份（或会让人算出这样的学校），为保护家长不显示结果。', tooFew: '不足 %{least} 份，不显示', notShown: '不显示',
    noInvited: '这份问卷没有邀请这里的家长。', noInvitedNext: '问卷开放时没有在册学生；之后导入的学生，家长回答时会自动计入。', texts: '家长的话（%{count} 条）', textsNote: '顺序是打乱的，不表示先后，也不与其他题的回答相连。',
    scale: { '1': '很不满意', '2': '不满意', '3': '一般', '4': '满意', '5': '非常满意' },
  },
}

export const en: Words<typeof zh> = {
  menu: { results: 'Results', surveys: 'Surveys' },
  resources: {
    surveys: {
      name: 'Survey |||| Surveys',
      fields: { title: 'Title', titleEn: 'English title', termId: 'Term', opensOn: 'Opens', closesOn: 'Closes', status: 'State', answeredCount: 'Answered', questions: { kind: 'Kind', text: 'Question (Chinese)', textEn: 'Question (English)' } },
      events: { open: { label: 'Open survey', done: 'Open; parents can answer now.' }, close: { label: 'Close survey', done: 'Closed; the results stay as they are.' } },
    },
  },
  states: { surveys: { draft: 'Draft', open: 'Being answered', closed: 'Closed' } },
  surveys: {
    new: 'New survey', make: 'Make draft', made: 'The draft is made; check the questions and open it.', makeConsequence: 'Makes a draft with the ten usual questions of a term, which you can change; once it is open it cannot be changed.', change: 'Change questions', closesHelp: 'Can still be answered on this day.',
    none: 'There is no survey in this term yet.', noneNext: 'A new survey comes with the usual questions; check them and open it.', noneNextSchool: 'Once the bureau opens a survey you see its progress and results here.', noneAsked: 'No survey has been opened in this term yet.',
    progress: '%{answered} / %{invited} (%{share})', until: 'closes %{date}', period: 'Answers', toInvite: 'Would be invited', answeredOf: 'Answered', questions: 'Questions', question: 'Question', kinds: { scale: 'scale of five', text: 'words, optional' },
    openConsequence: 'Invites %{count} guardians (each once for each child), who see it at once; until %{date}. The questions cannot be changed afterwards.', closeConsequence: '%{answered} of %{invited} have answered. Nobody can answer afterwards, and it cannot be opened again.',
    satisfaction: 'How satisfied are the families?', which: 'Survey', allSchools: '‹ All schools', school: 'School', overall: 'Satisfied overall', satisfied: 'Satisfied', responseRate: 'Response rate', invited: 'Invited', answered: 'Answered', invitedHelp: 'each guardian once for each child',
    ofValid: '%{count} valid answers', answeredOfInvited: '%{answered} of %{invited}', formula: 'How it is worked out', satisfiedFormula: 'answers of %{from} and above ÷ valid answers',
    byQuestion: 'Answers to each question', bySchool: 'Satisfied overall, by school', questionNote: 'n = %{n}. Satisfied = answers of %{from} and above ÷ valid answers to that question.', schoolNote: 'Lowest first. Open a school to see its questions.', lowestOnly: 'The chart shows the lowest %{count} of %{all}; the table has all.',
    hiddenSchools: '%{count} schools are not shown: fewer than %{least} answers, or such a school could be worked out from them.', hiddenGroup: 'Fewer than %{least} answers (or such a school could be worked out), so nothing is shown, to protect the parents.', tooFew: 'fewer than %{least}, not shown', notShown: 'not shown',
    noInvited: 'Nobody here was invited to this survey.', noInvitedNext: 'There were no students when it was opened; parents of children imported later are counted when they answer.', texts: 'In the parents\' words (%{count})', textsNote: 'In no order of time, and not joined to the other answers.',
    scale: { '1': 'Very dissatisfied', '2': 'Dissatisfied', '3': 'Neither', '4': 'Satisfied', '5': 'Very satisfied' },
  },
}

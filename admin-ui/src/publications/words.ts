/** The words of the public page in both languages; the same keys on both sides. */
import { ApiError, setApiLanguage, type Language } from '../api/call'
import { readShelf, writeShelf } from '../api/shelf'

const zh = {
  title: '课后服务公示',
  lead: '这里公布课后服务经费的申报、下达和收支。公示期内，任何人都可以提出异议，不需要登录。',
  open: '公示中',
  past: '往期',
  all: '全部',
  search: '按标题或学校查找',
  find: '查找',
  loading: '正在载入…',
  retry: '再试一次',
  back: '全部公示',
  previous: '上一页',
  next: '下一页',
  none: '没有找到公示。',
  noneOpen: '现在没有正在公示的内容。',
  noneOpenNext: '可以看往期公示。',
  kind_declarations: '申报',
  kind_appropriation: '经费下达',
  kind_statement: '收支情况',
  kind_standards: '经费标准',
  period: '公示期 %{from} 至 %{to}',
  isOpen: '公示中，可以提异议',
  isOver: '公示期已满',
  isWithdrawn: '已撤回',
  publisher: '公布单位',
  hash: '内容校验码',
  hashHelp: '公布的内容如有改动，这个校验码就会变。',
  objections: '异议 %{all} 条，待答复 %{open} 条，属实 %{upheld} 条',
  print: '打印',
  rows: '共 %{count} 行',
  object: '提出异议',
  objectLead: '请写清楚哪一行、哪个数字有问题。公布单位会在 10 个工作日内答复。',
  body: '异议内容',
  bodyHelp: '至少 5 个字，不要写孩子的姓名。',
  contact: '联系方式（可以不填）',
  contactHelp: '只有答复的人能看到，加密保存。',
  send: '提交异议',
  sending: '正在提交…',
  done: '已收到您的异议。',
  ticket: '查询号',
  ticketHelp: '请抄下这个查询号，只显示这一次。用它可以查答复。',
  dueOn: '最迟 %{date} 答复',
  lookUp: '查询答复',
  lookUpLead: '输入提出异议时得到的查询号。',
  lookUpDo: '查询',
  badTicket: '请输入 10 位查询号。',
  badBody: '请至少写 5 个字。',
  status_open: '待答复',
  status_upheld: '属实，已处理',
  status_dismissed: '已答复',
  reply: '答复',
  received: '提出时间',
  answered: '答复时间',
  noReply: '还没有答复。',
  staff: '工作人员登录',
  staffWhat: '本页由学校和教育、财政部门发布。',
  closedSay: '公示期已满，不再接受异议。',
  notFound: '没有这个页面。',
  noTicket: '没有这个查询号，请核对后再试。',
}
const en: typeof zh = {
  title: 'Public notices of the after-school service',
  lead: 'Declarations, grants, income and spending of the after-school service. During its period anybody may object, without signing in.',
  open: 'Open now',
  past: 'Past',
  all: 'All',
  search: 'Find by title or school',
  find: 'Find',
  loading: 'Loading…',
  retry: 'Try again',
  back: 'All notices',
  previous: 'Previous page',
  next: 'Next page',
  none: 'Nothing was found.',
  noneOpen: 'Nothing is open at the moment.',
  noneOpenNext: 'Past notices are kept here.',
  kind_declarations: 'Declarations',
  kind_appropriation: 'Grants',
  kind_statement: 'Income and spending',
  kind_standards: 'Standards',
  period: 'Public from %{from} to %{to}',
  isOpen: 'Open to objections',
  isOver: 'Period over',
  isWithdrawn: 'Withdrawn',
  publisher: 'Published by',
  hash: 'Check code of the content',
  hashHelp: 'The code changes if anything of the content is changed.',
  objections: 'Objections: %{all}, unanswered: %{open}, found right: %{upheld}',
  print: 'Print',
  rows: 'Rows: %{count}',
  object: 'Object',
  objectLead: 'Say which row and which figure is wrong. You get an answer within 10 working days.',
  body: 'What is wrong',
  bodyHelp: 'At least 5 characters. Please name no child.',
  contact: 'How to reach you (optional)',
  contactHelp: 'Kept encrypted; only those who answer see it.',
  send: 'Send the objection',
  sending: 'Sending…',
  done: 'Your objection has been received.',
  ticket: 'Number',
  ticketHelp: 'Write this number down, it is shown only once. With it you find the answer.',
  dueOn: 'Answer by %{date} at the latest',
  lookUp: 'Find an answer',
  lookUpLead: 'Enter the number you got with your objection.',
  lookUpDo: 'Find',
  badTicket: 'Enter the number, 10 characters.',
  badBody: 'Write at least 5 characters.',
  status_open: 'Waiting for an answer',
  status_upheld: 'Found right',
  status_dismissed: 'Answered',
  reply: 'Answer',
  received: 'Received',
  answered: 'Answered',
  noReply: 'There is no answer yet.',
  staff: 'Staff sign in',
  staffWhat: 'Published by schools and by the education and finance offices.',
  closedSay: 'The period is over and takes no more objections.',
  notFound: 'There is no such page.',
  noTicket: 'There is no such number. Check it and try again.',
}

const dictionaries = { zh, en }
export type WordKey = keyof typeof zh
const shelf = 'kehou.publications.language'
let language: Language = 'zh'

export function startLanguage(): void {
  setLanguage(readShelf('local', shelf) === 'en' ? 'en' : 'zh')
}
export function setLanguage(next: Language): void {
  language = next
  setApiLanguage(next)
  document.documentElement.lang = next === 'zh' ? 'zh-CN' : 'en'
  document.title = dictionaries[next].title
  writeShelf('local', shelf, next)
}
export const tongue = (): Language => language

export const w = (key: WordKey, params: Record<string, string | number> = {}): string =>
  dictionaries[language][key].replace(/%\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole))

/** The server's own sentence where it sent one. */
export const errorWords = (error: unknown): string =>
  error instanceof ApiError && error.status > 0
    ? error.message
    : language === 'zh'
      ? '连不上网络，请检查后再试。'
      : 'No connection. Check it and try again.'

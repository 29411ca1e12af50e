/** The words of the parents' page, plain ones, in both languages; the same keys on both sides. */
import { setApiLanguage, ApiError, type Language } from '../api/call'

const zh = {
  product: '课后',
  today: '今天', choose: '选课', messages: '消息', me: '我的',
  loading: '正在载入…', retry: '再试一次', back: '返回', next: '下一步', save: '保存', cancel: '取消', close: '关闭',
  signIn: '登录', signInLead: '用激活时填的手机号登录。', phone: '手机号', password: '密码', newPassword: '新密码', currentPassword: '现在的密码',
  toActivate: '第一次使用？用激活码开通', toSignIn: '已经开通？去登录', staff: '学校和教育局人员请从这里登录',
  activate: '开通账号', activateLead: '激活码在学校发的信上。扫信上的二维码，激活码会自动填好。', code: '激活码', setPassword: '设一个密码', passwordHelp: '至少 10 位，下次用手机号和这个密码登录。', activateDo: '开通',
  badPhone: '请填 11 位手机号。', badPassword: '密码至少 10 位。', badCode: '请填信上的激活码。', missing: '请填手机号和密码。',
  child: '孩子', switchChild: '换一个孩子',
  thisWeek: '这七天', nextWeek: '后七天', previousWeek: '前七天', noSessions: '没有课后服务', weekend: '周末', holiday: '放假', makeup_day: '调休上课', school_day: '', cancelled: '停课', cancelledMadeUp: '停课，%{day}补', makesUp: '补%{day}的课', movedFrom: '原定%{day}，改到这一天', movedAway: '改到%{day} %{time}', timeChanged: '改到 %{time} 开始（原来 %{was}）', substituted: '由%{teacher}老师代课', substitutedToday: '今天由%{teacher}老师代课', roomChanged: '改到 %{room}', teacher: '老师', room: '地点',
  noWeek: '这几天还没有课表。', noWeekNext: '学校发布课表后，这里就能看到。',
  todayIs: '今天', tomorrow: '明天',
  surveyWaiting: '有一份问卷等您回答', surveyUntil: '%{date}前回答', surveyAnswered: '已回答', answerNow: '去回答',
  noMessages: '现在没有消息。', noMessagesNext: '有通知或问卷时，这里会显示。',
  chooseClosed: '现在没有开放选课。', chooseClosedNext: '开放时会在“消息”里告诉您时间和办法。已经报的课在“今天”里看。', toToday: '看今天',
  surveyStart: '开始回答', surveyCount: '共 %{count} 题，大约 1 分钟。', surveyPromise: '学校能看到什么', step: '%{n} / %{total}', optional: '可以不填', textPlaceholder: '想说的话写在这里', skip: '跳过', review: '看一遍', reviewLead: '请再看一遍。交上去以后不能改。', notAnswered: '没有填', change: '改', send: '交上去', sending: '正在交…',
  surveyDone: '已收到，谢谢您。', surveyDoneNext: '您的回答已和姓名分开保存。', surveyAlready: '这份问卷您已经回答过了。', previous: '上一题',
  children: '我的孩子', changePassword: '修改密码', passwordChanged: '密码已修改。', language: '语言', signOut: '退出登录', account: '账号', mustChange: '请先换成自己的密码。',
  notFound: '没有这个页面。', staffHere: '这里是家长页面，您的账号是工作人员的账号。', toOffice: '去工作人员页面', noChildren: '您的账号还没有关联孩子。', noChildrenNext: '请联系班主任，用学校发的激活码关联。',
  errors: {
    'client.unreachable': '连不上网络，请检查后再试。', 'access.wrong_credentials': '手机号或密码不对。', 'access.signed_out': '登录已过期，请重新登录。', 'access.too_many_attempts': '试的次数太多，请等一分钟再试。', 'access.password_weak': '密码至少 10 位，不能太简单，也不能包含手机号。', 'internal': '系统出错了，没有保存。请再试一次。',
  } as Record<string, string>,
}

const en: typeof zh = {
  product: 'Kehou',
  today: 'Today', choose: 'Choose', messages: 'Messages', me: 'Me',
  loading: 'Loading…', retry: 'Try again', back: 'Back', next: 'Next', save: 'Save', cancel: 'Cancel', close: 'Close',
  signIn: 'Sign in', signInLead: 'With the phone number you gave when you activated your account.', phone: 'Phone number', password: 'Password', newPassword: 'New password', currentPassword: 'Present password',
  toActivate: 'First time? Activate with your code', toSignIn: 'Already activated? Sign in', staff: 'Staff of schools and bureaus sign in here',
  activate: 'Activate your account', activateLead: 'The code is in the school’s letter. Scan its QR code and it is filled in for you.', code: 'Activation code', setPassword: 'Choose a password', passwordHelp: 'At least 10 characters. Next time you sign in with your phone number and this password.', activateDo: 'Activate',
  badPhone: 'Enter your 11-digit phone number.', badPassword: 'The password needs at least 10 characters.', badCode: 'Enter the code in the letter.', missing: 'Enter your phone number and password.',
  child: 'Child', switchChild: 'Another child',
  thisWeek: 'These seven days', nextWeek: 'Next seven days', previousWeek: 'Seven days before', noSessions: 'No after-school service', weekend: 'Weekend', holiday: 'Holiday', makeup_day: 'Make-up day', school_day: '', cancelled: 'Cancelled', cancelledMadeUp: 'Cancelled; made up on %{day}', makesUp: 'Makes up for %{day}', movedFrom: 'Moved here from %{day}', movedAway: 'moved to %{day}, %{time}', timeChanged: 'Begins at %{time} (was %{was})', substituted: '%{teacher} takes it', substitutedToday: 'Today %{teacher} takes it', roomChanged: 'Now in %{room}', teacher: 'Teacher', room: 'Room',
  noWeek: 'There is no timetable for these days yet.', noWeekNext: 'You will see it here when the school publishes it.',
  todayIs: 'Today', tomorrow: 'Tomorrow',
  surveyWaiting: 'A survey waits for your answer', surveyUntil: 'answer by %{date}', surveyAnswered: 'Answered', answerNow: 'Answer',
  noMessages: 'There are no messages.', noMessagesNext: 'Notices and surveys will appear here.',
  chooseClosed: 'No choices are open now.', chooseClosedNext: 'When they open, “Messages” will tell you when and how. Courses already taken are under “Today”.', toToday: 'See today',
  surveyStart: 'Start', surveyCount: '%{count} questions, about a minute.', surveyPromise: 'What the school sees', step: '%{n} / %{total}', optional: 'optional', textPlaceholder: 'Write here what you would like to say', skip: 'Skip', review: 'Review', reviewLead: 'Please look once more. It cannot be changed after sending.', notAnswered: 'Not answered', change: 'Change', send: 'Send', sending: 'Sending…',
  surveyDone: 'Received. Thank you.', surveyDoneNext: 'Your answers are kept apart from your name.', surveyAlready: 'You have already answered this survey.', previous: 'Previous',
  children: 'My children', changePassword: 'Change password', passwordChanged: 'Password changed.', language: 'Language', signOut: 'Sign out', account: 'Account', mustChange: 'Please choose a password of your own first.',
  notFound: 'There is no such page.', staffHere: 'This is the parents’ page, and yours is a staff account.', toOffice: 'To the staff pages', noChildren: 'No child is linked to your account yet.', noChildrenNext: 'Ask the class teacher for an activation code.',
  errors: {
    'client.unreachable': 'No connection. Check it and try again.', 'access.wrong_credentials': 'The phone number or the password is wrong.', 'access.signed_out': 'You have been signed out. Please sign in again.', 'access.too_many_attempts': 'Too many attempts. Please wait a minute.', 'access.password_weak': 'The password needs at least 10 characters, must not be too simple and must not contain your phone number.', 'internal': 'Something failed and nothing was saved. Please try again.',
  },
}

export const dictionaries = { zh, en }
export type WordKey = Exclude<keyof typeof zh, 'errors'>

const shelf = 'kehou.parents.language'
let language: Language = 'zh'

export function startLanguage(): void {
  setLanguage(localStorage.getItem(shelf) === 'en' ? 'en' : 'zh')
}
export function setLanguage(next: Language): void {
  language = next
  setApiLanguage(next)
  document.documentElement.lang = next === 'zh' ? 'zh-CN' : 'en'
  document.title = dictionaries[next].product
  if (localStorage.getItem(shelf) !== next) localStorage.setItem(shelf, next)
}
export const tongue = (): Language => language

export const w = (key: WordKey, params: Record<string, string | number> = {}): string =>
  dictionaries[language][key].replace(/%\{(\w+)\}/g, (_whole, name: string) => String(params[name] ?? ''))

export function errorWords(error: unknown): string {
  const words = dictionaries[language].errors
  if (!(error instanceof ApiError)) return words.internal ?? ''
  return words[error.code] ?? error.fields[0]?.message ?? error.message
}

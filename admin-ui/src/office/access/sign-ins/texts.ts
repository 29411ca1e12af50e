import type { Words } from '../../../shared/texts'

export const zh = {
  menu: { 'sign-ins': '我的登录' },
  signIns: {
    under: '您的账号现在在哪些电脑和手机上登录着。有不认识的，请退出它并修改密码。',
    here: '这里',
    unknown: '不认识的浏览器',
    seen: '最近使用 %{at}',
    since: '登录于 %{at}',
    from: '网络地址 %{address}',
    end: '退出',
    endOthers: '退出其他所有登录',
    endOthersConsequence: '除了现在用的这一个，其他电脑和手机上的登录马上退出。',
    ended: '已退出。',
    onlyThis: '没有其他登录。',
  },
}

export const en: Words<typeof zh> = {
  menu: { 'sign-ins': 'My sign-ins' },
  signIns: {
    under:
      'The computers and phones on which your account is signed in now. If you do not know one of them, end it and change your password.',
    here: 'This one',
    unknown: 'Unknown browser',
    seen: 'Last used %{at}',
    since: 'Signed in %{at}',
    from: 'Address %{address}',
    end: 'End',
    endOthers: 'End all others',
    endOthersConsequence: 'All sign-ins on other computers and phones end at once; this one stays.',
    ended: 'Ended.',
    onlyThis: 'There are no others.',
  },
}

import type { Words } from '../../../shared/texts'

export const zh = {
  interruptions: {
    signIn: {
      title: '登录已过期，请再输一次密码',
      lead: '%{name}，您填的内容还在这个页面上。登录后会接着办理刚才的事。',
      leadOut: '%{name}，您已在另一个标签页退出登录。这个页面上填的内容还在，登录后可以接着办理。',
      submit: '登录，接着办理',
      leave: '不登录，离开这个页面',
      leaveHelp: '离开后，没有保存的内容不再保留。',
      missing: '请填密码。',
      missingCode: '请填验证器上的数字。',
    },
    otherPerson: {
      title: '这个浏览器里现在登录的是另一个人',
      lead: '这个页面是以%{name}的身份打开的。为避免把事情记到别人名下，从这里什么都不会再保存，刚才这一步也没有保存。',
      next: '需要时请先把填好的内容抄下来，再重新载入。要用自己的账号，请先在另一个标签页退出登录。',
      reload: '重新载入',
      stay: '先留在这里，抄下内容',
    },
    lost: {
      title: '连接中断，不知道是否已经保存',
      lead: '请不要关闭这个页面。连上以后会自动再问一次服务器；已经保存过的，不会重复办理。',
      trying: '正在重新连接…',
      stillLost: '还是连不上服务器。%{seconds} 秒后再试。',
      retry: '现在再试',
      leave: '先不试',
      savedBefore: '连接已恢复。刚才的内容在中断前就已保存，没有重复办理。',
      savedNow: '连接已恢复，内容已保存。',
    },
  },
}

export const en: Words<typeof zh> = {
  interruptions: {
    signIn: {
      title: 'You have been signed out. Your password, please',
      lead: '%{name}, what you have typed is still on this page. After signing in, what you were doing goes on.',
      leadOut:
        '%{name}, you have signed out in another tab. What you have typed is still on this page; sign in to go on.',
      submit: 'Sign in and go on',
      leave: 'Leave this page without signing in',
      leaveHelp: 'What has not been saved is then lost.',
      missing: 'Please enter your password.',
      missingCode: 'Please enter the digits of your authenticator.',
    },
    otherPerson: {
      title: 'Somebody else is signed in in this browser now',
      lead: 'This page was opened as %{name}. So that nothing is put down to the wrong person, nothing more is saved from here, and the last step was not saved.',
      next: 'Copy what you have typed if you need it, then reload. To use your own account, first sign out in the other tab.',
      reload: 'Reload',
      stay: 'Stay and copy first',
    },
    lost: {
      title: 'Connection lost: we do not know whether it was saved',
      lead: 'Keep this page open. As soon as there is a connection, the server is asked again; what was saved already is not done twice.',
      trying: 'Connecting again …',
      stillLost: 'The server still cannot be reached. Trying again in %{seconds} s.',
      retry: 'Try now',
      leave: 'Not now',
      savedBefore:
        'Connected again. It had been saved before the connection broke off; nothing was done twice.',
      savedNow: 'Connected again, and saved.',
    },
  },
}

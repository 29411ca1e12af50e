import type { Words } from '../../../shared/texts'

export const zh = {
  resources: {
    users: {
      name: '账号',
      fields: {
        username: '用户名',
        displayName: '姓名',
        role: '角色',
        regionCode: '地区',
        schoolId: '学校',
        isFrozen: '已停用',
        mustChangePassword: '待改密码',
        lastSignInAt: '上次登录',
      },
    },
  },
  system: {
    users: {
      usernameHelp: '小写字母开头，3–40 位小写字母、数字、点、横线。',
      schoolHelp: '学校的人员要选学校；教育局和财政局的人员不选。',
      freeze: '停用',
      release: '恢复使用',
      reset: '重置密码',
      freezeConsequence:
        '%{name}（%{username}）马上退出所有登录，之后不能再登录，直到恢复使用。做过的事和记录都保留。',
      releaseConsequence: '%{name}（%{username}）又可以用原来的密码登录。',
      resetConsequence:
        '%{name}（%{username}）原来的密码马上失效，所有登录退出。您会看到一次性密码，请当面或用电话告诉本人，本人登录后要换成自己的密码。',
      oneTime: '一次性密码',
      oneTimeHelp: '只显示这一次。请现在抄下来交给本人，关闭后再也看不到。',
      copy: '复制',
      copied: '已复制',
      understood: '我已抄下',
      never: '还没有登录过',
      frozen: '已停用',
      active: '使用中',
      empty: '您的范围内还没有账号。',
    },
  },
  menu: { users: '账号' },
}

export const en: Words<typeof zh> = {
  resources: {
    users: {
      name: 'Account |||| Accounts',
      fields: {
        username: 'User name',
        displayName: 'Name',
        role: 'Role',
        regionCode: 'Region',
        schoolId: 'School',
        isFrozen: 'Frozen',
        mustChangePassword: 'Must change password',
        lastSignInAt: 'Last sign-in',
      },
    },
  },
  system: {
    users: {
      usernameHelp: '3 to 40 lower-case letters, digits, dots or dashes, beginning with a letter.',
      schoolHelp: 'Staff of a school need one; staff of the bureaus have none.',
      freeze: 'Freeze',
      release: 'Release',
      reset: 'Reset password',
      freezeConsequence:
        '%{name} (%{username}) is signed out everywhere at once and cannot sign in until released. What they did stays on record.',
      releaseConsequence: '%{name} (%{username}) can sign in again with the old password.',
      resetConsequence:
        'The password of %{name} (%{username}) stops working at once and all their sign-ins end. You will see a one-time password: hand it over in person or by telephone. They choose their own at the next sign-in.',
      oneTime: 'One-time password',
      oneTimeHelp: 'Shown this once only. Write it down for the person now; it cannot be seen again.',
      copy: 'Copy',
      copied: 'Copied',
      understood: 'I have written it down',
      never: 'never',
      frozen: 'Frozen',
      active: 'Active',
      empty: 'There are no accounts in your scope yet.',
    },
  },
  menu: { users: 'Accounts' },
}

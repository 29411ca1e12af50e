import type { Texts } from '../platform/texts.js'

export const accessTexts: Texts = {
  'access.forbidden': { zh: '您没有办理此事的权限。', en: 'You are not allowed to do this.' },
  'access.undeclared_route': {
    zh: '此地址没有声明谁可以使用，因此已拒绝。',
    en: 'This address does not declare who may use it and is refused.',
  },
  'access.signed_out': { zh: '请先登录。', en: 'Please sign in.' },
  'access.other_person': {
    zh: '这个浏览器里已有另一个人登录，这次没有保存。请刷新页面。',
    en: 'Somebody else has signed in in this browser, and nothing was saved. Reload the page.',
  },
  'access.csrf': {
    zh: '请求不是从本系统的页面发出的，已拒绝。',
    en: 'The request did not come from a page of this system and was refused.',
  },
  'access.must_change_password': { zh: '请先设置新密码。', en: 'Please set a new password first.' },
  'access.wrong_credentials': { zh: '用户名或密码不对。', en: 'The user name or the password is wrong.' },
  'access.password_wrong': { zh: '现在的密码不对。', en: 'The present password is wrong.' },
  'access.wait': {
    zh: '错误次数太多，请 {minutes} 分钟后再试。',
    en: 'Too many wrong attempts; please try again in {minutes} minutes.',
  },
  'access.wait_to_sign_in': {
    zh: '输错的次数太多，请 {minutes} 分钟后再试。账号没有锁定，在以前登录过的电脑或手机上不用等。',
    en: 'Too many wrong attempts; try again in {minutes} minutes. The account is not locked: on a computer or phone used before there is no need to wait.',
  },
  'access.code_needed': {
    zh: '请填验证器应用上显示的 6 位数字。',
    en: 'Please enter the six digits that your authenticator app shows.',
  },
  'access.code_wrong': {
    zh: '验证码不对，或者已经用过。请等应用换出新的 6 位数字再填，或用一个恢复码。',
    en: 'The code is wrong or has been used. Wait for the next six digits, or use a recovery code.',
  },
  'access.first_code_wrong': {
    zh: '6 位数字不对。请看手机的时间准不准，再填应用现在显示的数字。',
    en: 'The six digits are wrong. Check that the time of your phone is right, and enter what the app shows now.',
  },
  'access.must_set_up_second_factor': {
    zh: '您的岗位要用验证器应用登录，请先设置。',
    en: 'Your role signs in with an authenticator app as well; please set it up first.',
  },
  'access.second_factor_on': {
    zh: '验证器已经设置好。换手机时请先关闭或用恢复码登录；都不行，请系统管理员在服务器上重置。',
    en: 'The authenticator is set up already. If the phone is lost, sign in with a recovery code, or have the administrator of the server reset it.',
  },
  'access.second_factor_off': { zh: '还没有设置验证器。', en: 'No authenticator has been set up.' },
  'access.second_factor_not_begun': {
    zh: '请先扫二维码，再填应用显示的 6 位数字。',
    en: 'Scan the QR code first, then enter the six digits.',
  },
  'access.second_factor_required': {
    zh: '您的岗位必须用验证器登录，不能关闭。',
    en: 'Your role must sign in with an authenticator; it cannot be turned off.',
  },
  'access.one_time_expired': {
    zh: '这个一次性密码已过期（{days} 天内有效）。请本单位的系统管理员在“账号”里重置，给您一个新的；系统管理员自己请由管服务器的人用 kehou recover 重置。',
    en: 'This one-time password has expired (it is good for {days} days). Ask your system administrator to reset it under “Accounts”; an administrator is given a new one on the server with “kehou recover”.',
  },
  'access.frozen': {
    zh: '账号已停用，请联系管理员。',
    en: 'The account is frozen; please ask your administrator.',
  },
  'access.too_many_attempts': {
    zh: '尝试太频繁，请稍等一分钟再试。',
    en: 'Too many attempts; please wait a minute.',
  },
  'access.password_short': {
    zh: '密码至少 {shortest} 位。',
    en: 'A password needs at least {shortest} characters.',
  },
  'access.password_common': {
    zh: '这个密码太常见，别人很容易猜到（常用单词、姓名拼音、生日、手机号、连续或重复的数字都算）。请换一个，比如几个不相干的词连在一起。',
    en: 'This password is too common and easily guessed (words, names, birthdays, phone numbers, runs of digits). Choose another, for example a few unrelated words together.',
  },
  'access.password_has_name': {
    zh: '密码不能包含用户名或手机号。',
    en: 'A password may not contain the user name or the phone number.',
  },
  'access.password_same': {
    zh: '新密码不能与旧密码相同。',
    en: 'The new password must differ from the old one.',
  },
  'access.username_taken': { zh: '用户名“{username}”已被使用。', en: 'The user name "{username}" is taken.' },
  'access.role_needs_school': { zh: '这个角色必须属于一所学校。', en: 'This role must belong to a school.' },
  'access.role_has_no_school': {
    zh: '这个角色属于地区，不能指定学校。',
    en: 'This role belongs to a region and cannot have a school.',
  },
  'access.own_account': { zh: '不能停用自己的账号。', en: 'You cannot freeze your own account.' },
  'access.delegation_not_own': {
    zh: '只能授权您自己岗位上需要办理的事项；别人授权给您的不能再转授。',
    en: 'You can delegate only what your own role lets you decide; what was delegated to you cannot be passed on.',
  },
  'access.delegation_to_self': {
    zh: '不能授权给自己，请选一位同事。',
    en: 'You cannot delegate to yourself; choose a colleague.',
  },
  'access.delegation_not_eligible': {
    zh: '不能授权给{name}：账号已停用，或是家长、审计人员。请另选一位同事。',
    en: "You cannot delegate to {name}: the account is frozen, or is a guardian's or an auditor's. Choose another colleague.",
  },
  'access.delegation_in_past': {
    zh: '开始日期不能早于今天（{today}）。',
    en: 'It cannot begin before today ({today}).',
  },
  'access.delegation_dates': { zh: '结束日期不能早于开始日期。', en: 'It cannot end before it begins.' },
  'access.delegation_too_long': {
    zh: '一次授权最长 {mostDays} 天，请把结束日期改到 {latest} 或更早。',
    en: 'A delegation lasts {mostDays} days at most; let it end on {latest} or earlier.',
  },
  'access.delegation_given_already': {
    zh: '其中有的事项已授权给{name}（{startsOn} 至 {endsOn}）。同一事项同一时间只能授权给一个人，请先收回，或改日期。',
    en: 'Some of this is delegated to {name} already ({startsOn} to {endsOn}). One thing can be delegated to one person at a time: revoke that first, or change the dates.',
  },
  'access.delegation_received_already': {
    zh: '{name}在 {startsOn} 至 {endsOn} 已代{giver}办理其中的事项，不能同时代两个人。请另选同事，或改日期。',
    en: '{name} does some of this for {giver} from {startsOn} to {endsOn} and cannot stand in for two people at once. Choose another colleague, or change the dates.',
  },
  'access.delegation_over': {
    zh: '这项授权已经收回或到期，不用再收回。',
    en: 'This delegation has been revoked or is over; there is nothing to revoke.',
  },
}

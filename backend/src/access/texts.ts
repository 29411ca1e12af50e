import type { Texts } from '../platform/texts.js'

export const accessTexts: Texts = {
  'access.forbidden': { zh: '您没有办理此事的权限。', en: 'You are not allowed to do this.' },
  'access.undeclared_route': { zh: '此地址没有声明谁可以使用，因此已拒绝。', en: 'This address does not declare who may use it and is refused.' },
  'access.signed_out': { zh: '请先登录。', en: 'Please sign in.' },
  'access.csrf': { zh: '请求不是从本系统的页面发出的，已拒绝。', en: 'The request did not come from a page of this system and was refused.' },
  'access.must_change_password': { zh: '请先设置新密码。', en: 'Please set a new password first.' },
  'access.wrong_credentials': { zh: '用户名或密码不对。', en: 'The user name or the password is wrong.' },
  'access.locked': { zh: '密码连续输错多次，账号已锁定，请 {minutes} 分钟后再试。', en: 'Too many wrong passwords. The account is locked; try again in {minutes} minutes.' },
  'access.frozen': { zh: '账号已停用，请联系管理员。', en: 'The account is frozen; please ask your administrator.' },
  'access.too_many_attempts': { zh: '尝试太频繁，请稍等一分钟再试。', en: 'Too many attempts; please wait a minute.' },
  'access.password_weak': { zh: '密码至少 10 位，不能是常见密码，也不能包含用户名。', en: 'A password needs at least 10 characters, may not be a common one and may not contain the user name.' },
  'access.password_same': { zh: '新密码不能与旧密码相同。', en: 'The new password must differ from the old one.' },
  'access.username_taken': { zh: '用户名“{username}”已被使用。', en: 'The user name "{username}" is taken.' },
  'access.role_needs_school': { zh: '这个角色必须属于一所学校。', en: 'This role must belong to a school.' },
  'access.role_has_no_school': { zh: '这个角色属于地区，不能指定学校。', en: 'This role belongs to a region and cannot have a school.' },
  'access.own_account': { zh: '不能停用自己的账号。', en: 'You cannot freeze your own account.' },
}

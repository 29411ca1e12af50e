import type { Words } from '../../../shared/texts'

export const zh = {
  letters: {
    title: '家长激活信',
    lead: '每个孩子一页，上面有激活码和二维码。家长扫码后，用登记在花名册里的手机号开通账号。',
    make: '生成激活信',
    consequence:
      '将为这个班的每名学生生成新的激活码；以前打印而没有用过的码会失效。激活码只显示这一次，请立即打印。',
    print: '打印 %{count} 页',
    choose: '请选择班级',
    ready: '%{className}：%{count} 封激活信',
    heading: '致 %{name} 的家长',
    greeting: '%{school} 使用“课后”办理课后服务。请您开通家长账号，查看孩子的课后安排，回答满意度调查。',
    step1: '用手机扫右边的二维码，或在浏览器里打开 %{address}',
    step2: '填写激活码和您登记在学校的手机号，设置密码',
    code: '激活码',
    valid: '%{date} 前有效，每个码只能用一次。手机号有变化，请告诉班主任。',
    private: '请不要把这封信拍照发到群里：拿到激活码的人可能冒用。',
  },
  menu: { 'activation-letters': '家长激活信' },
}

export const en: Words<typeof zh> = {
  letters: {
    title: 'Letters to guardians',
    lead: 'One page for each child, with a code and a QR code. The guardian scans it and activates an account with the phone number in the roster.',
    make: 'Make the letters',
    consequence:
      'Each student of this class gets a new code; earlier codes that were not used end. The codes are shown only this once: print them now.',
    print: 'Print %{count} pages',
    choose: 'Choose a class',
    ready: '%{className}: %{count} letters',
    heading: 'To the family of %{name}',
    greeting:
      '%{school} runs its after-school service with Kehou. Please activate your account to see your child’s week and to answer the survey.',
    step1: 'Scan the QR code with your phone, or open %{address} in a browser',
    step2: 'Enter the code and the phone number that the school has from you, and choose a password',
    code: 'Activation code',
    valid:
      'Valid until %{date}; each code works once. If your phone number has changed, tell the class teacher.',
    private: 'Please do not share a photo of this letter: whoever has the code could misuse it.',
  },
  menu: { 'activation-letters': 'Letters to guardians' },
}

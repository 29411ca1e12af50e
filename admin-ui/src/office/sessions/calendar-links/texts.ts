/** Words of the addresses for calendar programs. */
import type { Words } from '../../../shared/texts'

export const zh = {
  menu: { calendarLinks: '日历订阅' },
  resources: {
    'calendar-links': {
      name: '日历订阅',
      fields: {
        ownerName: '谁的课表',
        kind: '类别',
        createdByName: '谁生成的',
        createdAt: '生成时间',
        lastReadAt: '最近读取',
        state: '状态',
      },
      events: {
        revoke: {
          label: '撤销',
          consequence: '“%{ownerName}”的这个地址马上失效，已经订阅的手机和电脑不再更新。',
          done: '已撤销，地址已失效。',
        },
      },
    },
  },
  links: {
    under:
      '手机和电脑的日历按一个保密的网址自动更新课表，调课、停课、代课都跟着变。知道网址的人就能看，不要转发；不用了就撤销。',
    kinds: { teacher: '教师', room: '场地', home_class: '班级', school: '全校' },
    make: '生成订阅地址',
    makeFor: '给谁的课表生成',
    whose: '选择一项',
    made: '“%{name}”的订阅地址',
    once: '这个地址只显示这一次，关闭以后不能再看。请现在扫码或复制；没有存下，就撤销它再生成一个。',
    address: '订阅地址',
    copy: '复制地址',
    copied: '已复制。',
    steps: '怎样订阅',
    phone:
      '苹果手机：用相机扫二维码后打开，按提示“订阅”；或在“设置 → 日历 → 账户 → 添加已订阅的日历”里粘贴地址。',
    android:
      '安卓：部分手机自带的日历可以添加网址订阅；也可以在电脑版谷歌日历“添加日历 → 通过网址添加”里粘贴，再同步到手机。',
    desktop: '电脑：在日历软件里选“添加日历 → 从网络订阅”，粘贴地址。',
    open: '在本机的日历里打开',
    qrAlt: '订阅地址的二维码',
    close: '已存好，关闭',
    none: '还没有日历订阅。',
    noneNext: '生成一个地址，手机日历就会自动显示课后服务的课次。',
    noneYet: '还没有读取过',
    active: '有效',
    revoked: '%{at} 已撤销',
    showRevoked: '也显示已撤销的',
    noTeacher: '您的账号还没有和教师档案关联，不能生成自己的订阅。请联系课后服务管理员。',
    ownOnly: '为自己的课表生成一个地址。',
    listOf: '订阅地址一览',
  },
}

export const en: Words<typeof zh> = {
  menu: { calendarLinks: 'Calendar addresses' },
  resources: {
    'calendar-links': {
      name: 'Calendar address |||| Calendar addresses',
      fields: {
        ownerName: 'Whose week',
        kind: 'Kind',
        createdByName: 'Made by',
        createdAt: 'Made',
        lastReadAt: 'Last read',
        state: 'State',
      },
      events: {
        revoke: {
          label: 'Revoke',
          consequence:
            'This address of %{ownerName} ends at once; phones and computers that read it are no longer updated.',
          done: 'Revoked; the address has ended.',
        },
      },
    },
  },
  links: {
    under:
      "A phone's or computer's calendar follows a secret address: moved, cancelled and substituted sessions change by themselves. Whoever knows the address can read it, so do not pass it on; revoke it when it is no longer needed.",
    kinds: { teacher: 'Teacher', room: 'Room', home_class: 'Class', school: 'School' },
    make: 'Make an address',
    makeFor: 'For whose week',
    whose: 'Choose one',
    made: 'The address of %{name}',
    once: 'The address is shown this once and cannot be seen again. Scan or copy it now; if it is lost, revoke it and make another.',
    address: 'Address',
    copy: 'Copy the address',
    copied: 'Copied.',
    steps: 'How to subscribe',
    phone:
      'iPhone: scan the code with the camera and subscribe as offered; or paste the address in Settings → Calendar → Accounts → Add Subscribed Calendar.',
    android:
      'Android: some calendars can add an address; or paste it in Google Calendar on a computer under Add calendar → From URL, which then reaches the phone.',
    desktop: 'Computer: in Outlook under Add calendar → Subscribe from web, paste the address.',
    open: "Open in this device's calendar",
    qrAlt: 'QR code of the address',
    close: 'I have it; close',
    none: 'There are no calendar addresses.',
    noneNext: "Make one, and the phone's calendar shows the sessions by itself.",
    noneYet: 'not read yet',
    active: 'Active',
    revoked: 'revoked %{at}',
    showRevoked: 'Show revoked ones too',
    noTeacher:
      'Your account is not linked to a teacher, so you have no week of your own. Ask the coordinator.',
    ownOnly: 'Make an address for your own week.',
    listOf: 'Calendar addresses',
  },
}

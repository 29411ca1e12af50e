/** Words of one's own week. */
import type { Words } from '../../../shared/texts'

export const zh = {
  menu: { myWeek: '我的一周' },
  week: {
    title: '我的一周',
    forMe: '请您答复',
    waitsForYou: '等您答复',
    mine: '我提出的',
    noLink: '您的账号还没有和教师档案关联。',
    noLinkNext: '请联系课后服务管理员，关联以后这里显示您的课、值班和请假。',
    nothing: '没有安排',
    forOther: '代%{teacher}上课',
    taken: '由%{teacher}代课',
    movedAway: '“%{section}”调到 %{day} %{time}',
    leaves: '我的请假',
    noLeaves: '没有请假。',
    askText: '%{teacher}请您代课',
    swapText: '%{teacher}想和您换课',
    inReturn: '换您的：%{when} %{section}',
    why: '原因：%{reason}',
    duty: '值班领导',
    patrol: '巡课',
    toPatrol: '去填巡课',
  },
}

export const en: Words<typeof zh> = {
  menu: { myWeek: 'My week' },
  week: {
    title: 'My week',
    forMe: 'Your answer, please',
    waitsForYou: 'Waits for you',
    mine: 'Asked by me',
    noLink: 'Your account is not linked to a teacher yet.',
    noLinkNext: 'Ask the coordinator; then your sessions, duties and leave appear here.',
    nothing: 'Nothing',
    forOther: 'for %{teacher}',
    taken: '%{teacher} takes it',
    movedAway: '%{section} moved to %{day} %{time}',
    leaves: 'My leave',
    noLeaves: 'No leave.',
    askText: '%{teacher} asks you to take a session',
    swapText: '%{teacher} wants to swap with you',
    inReturn: 'for yours: %{when} %{section}',
    why: 'Reason: %{reason}',
    duty: 'Duty leader',
    patrol: 'Patrol',
    toPatrol: 'Go to the patrol',
  },
}

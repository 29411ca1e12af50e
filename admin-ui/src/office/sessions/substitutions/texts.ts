/** Words of substitution and swaps. */
import type { Words } from '../../../shared/texts'

export const zh = {
  menu: { substitutions: '代课与换课' },
  resources: {
    substitutions: {
      name: '代课与换课',
      fields: {
        heldOn: '上课时间',
        askingTeacherName: '原教师',
        colleagueName: '代课教师',
        kind: '方式',
        reason: '原因',
        status: '状态',
        session: '课次',
        createdAt: '提出时间',
        actions: '办理',
      },
      events: {
        agree: { label: '同意', consequence: '同意后按学校设置，可能还要管理员批准。', done: '已同意。' },
        decline: { label: '谢绝', consequence: '对方会看到您不能代这次课，可以另请他人。', done: '已谢绝。' },
        approve: {
          label: '批准',
          consequence: '批准后这次课立即换成代课教师，教师和家长马上看到。',
          done: '已批准。',
        },
        refuse: { label: '不批准', consequence: '课次仍由原教师上。', done: '已退回。' },
        withdraw: { label: '撤回', consequence: '申请作废，课次仍由原教师上。', done: '已撤回。' },
        revoke: { label: '撤销代课', consequence: '课次交回原教师。', done: '已撤销，课次已交回原教师。' },
      },
    },
  },
  states: {
    substitutions: {
      asked: '等对方答复',
      agreed: '等批准',
      approved: '已安排',
      declined: '已谢绝',
      refused: '未批准',
      withdrawn: '已撤回',
      revoked: '已撤销',
    },
  },
}

export const en: Words<typeof zh> = {
  menu: { substitutions: 'Substitution and swaps' },
  resources: {
    substitutions: {
      name: 'Substitution |||| Substitution and swaps',
      fields: {
        heldOn: 'When',
        askingTeacherName: 'Teacher',
        colleagueName: 'Colleague',
        kind: 'Kind',
        reason: 'Reason',
        status: 'State',
        session: 'Session',
        createdAt: 'Asked at',
        actions: 'Act',
      },
      events: {
        agree: {
          label: 'Agree',
          consequence: 'Depending on the school, the coordinator still approves it.',
          done: 'Agreed.',
        },
        decline: {
          label: 'Decline',
          consequence: 'Your colleague sees that you cannot, and may ask somebody else.',
          done: 'Declined.',
        },
        approve: {
          label: 'Approve',
          consequence: 'The session goes to the colleague at once; teachers and families see it.',
          done: 'Approved.',
        },
        refuse: { label: 'Refuse', consequence: 'The session stays with its teacher.', done: 'Refused.' },
        withdraw: {
          label: 'Withdraw',
          consequence: 'The request ends; the session stays with its teacher.',
          done: 'Withdrawn.',
        },
        revoke: {
          label: 'Revoke',
          consequence: 'The session goes back to its teacher.',
          done: 'Revoked; the session is back with its teacher.',
        },
      },
    },
  },
  states: {
    substitutions: {
      asked: 'Waits for an answer',
      agreed: 'Waits for approval',
      approved: 'Arranged',
      declined: 'Declined',
      refused: 'Refused',
      withdrawn: 'Withdrawn',
      revoked: 'Revoked',
    },
  },
}

import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import type { ComponentType } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createWorld, fetchFrom } from '../../test/mock-api.mjs'

const survey = {
  id: 5,
  regionCode: '1402',
  termId: 2,
  title: '秋季问卷',
  titleEn: 'Autumn survey',
  status: 'open',
  opensOn: '2026-11-01',
  closesOn: '2026-12-31',
  satisfiedFrom: 4,
  invitedCount: 40,
  answeredCount: 24,
  actions: ['close'],
}
const school = (schoolId: number, schoolName: string, satisfiedPerMille: number | null) => ({
  schoolId,
  schoolName,
  invitedCount: 20,
  answeredCount: satisfiedPerMille === null ? null : 12,
  responsePerMille: satisfiedPerMille === null ? null : 600,
  satisfiedPerMille,
  isHidden: satisfiedPerMille === null,
})
const results = {
  surveyId: 5,
  title: survey.title,
  titleEn: survey.titleEn,
  schoolId: null,
  invitedCount: 40,
  answeredCount: 24,
  responsePerMille: 600,
  satisfiedFrom: 4,
  smallestGroup: 5,
  isHidden: false,
  texts: [],
  questions: [
    {
      questionId: 1,
      position: 1,
      text: '总体满意吗？',
      textEn: 'Satisfied overall?',
      validCount: 24,
      distribution: [1, 2, 3, 8, 10],
      satisfiedPerMille: 750,
    },
  ],
  schools: [school(1, '甲校', 833), school(2, '乙校', 667), school(3, '丙校', null), school(4, '丁校', null)],
}
const figures = {
  schoolCount: 2,
  providingCount: 1,
  studentCount: 100,
  takingPartCount: 90,
  personTimes: 130,
  fullWeekCount: 45,
  teacherCount: 10,
  teachingCount: 6,
  lecturerCount: 1,
  schoolPerMille: 500,
  studentPerMille: 900,
  fullWeekPerMille: 500,
  teacherPerMille: 600,
}
const few = {
  ...figures,
  takingPartCount: null,
  personTimes: null,
  studentPerMille: null,
  fullWeekPerMille: null,
}
const coverage = {
  termId: 2,
  asOf: '2026-11-20',
  totals: figures,
  regions: [
    { ...figures, regionCode: '140213' },
    { ...few, regionCode: '140214' },
  ],
  schools: [
    { ...figures, schoolId: 1, schoolName: '甲校', stage: 'primary', regionCode: '140213' },
    { ...few, schoolId: 2, schoolName: '乙校', stage: 'primary', regionCode: '140214' },
  ],
}
const today = {
  today: '2026-11-20',
  waiting: [{ key: 'payments.approve', count: 3 }],
  schoolCount: 2,
  plansFiledCount: 1,
  schoolsDeclaredCount: 2,
  studentCount: 100,
  takingPartCount: 90,
  sessionsTodayCount: 12,
  openSurveyInvited: 40,
  openSurveyAnswered: 24,
  moneyLeftFen: 123_456_700,
}
const answers: [RegExp, unknown][] = [
  [/^\/api\/surveys\/5\/results/, results],
  [/^\/api\/surveys\?/, { items: [survey], total: 1, page: 1, pageSize: 50 }],
  [/^\/api\/statistics\/coverage/, coverage],
  [/^\/api\/statistics\/today/, today],
]

beforeEach(() => {
  const otherwise = fetchFrom(createWorld())
  vi.stubGlobal(
    'fetch',
    vi.fn((input: string, init?: RequestInit) => {
      const found = answers.find(([address]) => address.test(input))
      return found
        ? Promise.resolve(
            new Response(JSON.stringify(found[1]), { headers: { 'content-type': 'application/json' } }),
          )
        : otherwise(input, init as never)
    }),
  )
})
afterEach(() => {
  cleanup()
  localStorage.clear()
  vi.resetModules()
})

async function open(hash: string) {
  window.location.hash = hash
  const { App } = (await import('./App')) as { App: ComponentType }
  render(<App />)
}
const slow = { timeout: 15_000 }

describe('what the survey says', () => {
  it('shows the share with n and formula, and the table behind one click, hidden schools without figures', async () => {
    await open('#/satisfaction')
    await screen.findByText('家长有多满意？', {}, slow)
    await screen.findByText('75.0%', {}, slow)
    expect(screen.getByText('有效答卷 24 份', { exact: false })).toBeTruthy()
    expect(screen.getByText(/满意率 = 选 4 分及以上的答案/)).toBeTruthy()
    fireEvent.click(screen.getAllByRole('button', { name: '看表格' }).at(-1)!)
    const rows = within(await screen.findByRole('table')).getAllByRole('row')
    expect(rows.map((row) => row.textContent)).toEqual([
      '学校邀请答卷回收率总体满意率',
      '乙校201260.0%66.7%',
      '甲校201260.0%83.3%',
      '丙校20不显示––',
      '丁校20不显示––',
    ])
    expect(screen.getByText(/2 所学校不显示/)).toBeTruthy()
  })

  it('goes down to a school and keeps it in the address', async () => {
    await open('#/satisfaction')
    await screen.findByText('75.0%', {}, slow)
    fireEvent.click(screen.getAllByRole('button', { name: '看表格' }).at(-1)!)
    fireEvent.click(await screen.findByRole('button', { name: '甲校' }))
    await waitFor(() => expect(window.location.hash).toContain('school=1'))
    await screen.findByText('‹ 全部学校')
  })
})

describe('who takes part', () => {
  it('goes from the district to its schools, and prints a dash for what is hidden', async () => {
    await open('#/statistics/coverage')
    await screen.findByText('有多少学校、学生和教师参加？', {}, slow)
    fireEvent.click(await screen.findByRole('button', { name: '看表格' }, slow))
    expect(within(screen.getByRole('table')).getAllByRole('row')[2]?.textContent).toContain('100––')
    fireEvent.click(await screen.findByRole('button', { name: '平城区' }))
    await waitFor(() => expect(window.location.hash).toContain('district=140213'))
    await waitFor(() => expect(within(screen.getByRole('table')).getAllByRole('row')).toHaveLength(2))
  })
})

describe('today', () => {
  it('says what waits, one click from the act, and the figures with what they count', async () => {
    await open('#/')
    const link = await screen.findByText('支付申请等您审批', {}, slow)
    expect(decodeURIComponent(link.closest('a')?.getAttribute('href') ?? '')).toContain(
      '/payments?filter={"status":"submitted"}',
    )
    expect(screen.getByText('90 / 100')).toBeTruthy()
    expect(screen.getByText('123.46 万元')).toBeTruthy()
    expect(screen.getByText('已备案 1 / 2')).toBeTruthy()
  })
})

// A finance officer's year in the browser, in both languages: reminders, an estimate, the books, the settlement.
import { act, asPerson, choose, inEnglish, openOffice, openRow } from './desk.mjs'
import { axe, settled, story } from './harness/harness.mjs'
import { contains, glance, main, shoot } from './money-desk.mjs'

story(
  'the year of a finance officer: reminders, an estimate, findings, the books and the settlement, in both languages',
  async ({ page, newPage }) => {
    // Who has not declared finds it on the first page.
    await asPerson(page, 'finance', '/')
    await contains(page, '提醒', '课后看护经费')
    await axe(page)
    await shoot(page, 'money/home-zh', glance)

    // Next year's estimate is filled from the records and goes to the education office.
    await asPerson(page, 'finance2', '/estimates/create')
    await choose(page, '资金', '课后看护经费')
    await main(page).getByRole('alert').waitFor()
    await page.getByRole('button', { name: '自动填写' }).click()
    await contains(page, '¥60,000.00', '草稿')
    await axe(page)
    await shoot(page, 'money/estimate-zh', glance)
    await act(page, '提交测算')
    await contains(page, '等教育局审核')

    // The books: what the rules have found, debits and credits that agree, months.
    for (const [path, known, name] of [
      ['/funding/trial-balance', 'E500', 'trial-balance'],
      ['/funding/periods', '2026', 'periods'],
      ['/payments', '晨光文具店', 'payments'],
      ['/funding/board', '¥60,000.00', 'board2'],
    ]) {
      await openOffice(page, path)
      await contains(page, known)
      await axe(page)
      await shoot(page, `money/${name}-zh`, glance)
    }

    // Nothing may be half-way when the year is settled: one request is refused, the other has been paid.
    await asPerson(page, 'principal2', '/payments')
    await openRow(page, '校园印务')
    await act(page, '不批准', { comment: '改由学校办公经费支付' })
    // Who asked for the money cannot say that it was paid; the page names who can.
    await asPerson(page, 'finance2', '/payments')
    await openRow(page, '教师 7 人')
    await contains(page, '可按回单登记付款的人', '祁文轩')
    await shoot(page, 'money/payment-slip-zh', glance)
    await asPerson(page, 'treasury2', '/payments')
    await openRow(page, '教师 7 人')
    await act(page, '按回单登记已付款', {
      fill: (dialog) => dialog.getByLabel('银行流水号').fill('YH20261120001'),
    })
    await asPerson(page, 'finance2', '/payments')

    // The year's settlement says what is left and what approving does with it.
    await openOffice(page, '/settlements/create')
    await choose(page, '资金', '课后看护经费')
    await page.getByRole('button', { name: '保存' }).click()
    await contains(page, '期末结余', '¥49,439.50')
    await axe(page)
    await shoot(page, 'money/settlement-zh')
    await act(page, '提交校长')
    await asPerson(page, 'principal2', '/settlements')
    await openRow(page, '课后看护经费')
    await main(page).getByRole('button', { name: '批准结算', exact: true }).click()
    await page.getByRole('dialog').getByText('¥49,439.50').waitFor()
    await page.getByRole('dialog').getByRole('button', { name: '批准结算', exact: true }).click()
    await contains(page, '已结算')
    await asPerson(page, 'finance2', '/settlements')
    await openRow(page, '课后看护经费')
    await act(page, '公示')
    await main(page).getByRole('link', { name: '看公示' }).click()
    await contains(page, '期末结余', '49,439.50')

    // The city sees its schools side by side.
    await asPerson(page, 'education', '/funding/board')
    await contains(page, '泉山小学')
    await axe(page)
    await shoot(page, 'money/region-board-zh', glance)

    // English by a switch: no Chinese but names and titles that people gave.
    await asPerson(page, 'finance2', '/')
    await inEnglish(page)
    for (const [path, row, name] of [
      ['/funding/board', null, 'board'],
      ['/declarations', 'Approved', 'declaration'],
      ['/appropriations', '12', 'notice'],
      ['/payments', null, 'payments'],
      ['/payments', '晨光', 'payment'],
      ['/publications', null, 'publications'],
      ['/estimates', '2027', 'estimate'],
      ['/findings', null, 'findings'],
      ['/funding/trial-balance', null, 'trial-balance'],
      ['/schemes', 'On the classes', 'scheme'],
      ['/settlements', 'Settled', 'settlement'],
      ['/receipts', null, 'receipts'],
      ['/ledger-entries', null, 'ledger'],
      ['/funding/board?view=flow', null, 'flow'],
    ]) {
      await openOffice(page, path)
      await page.getByRole('heading', { level: 1 }).waitFor()
      if (row) await openRow(page, row)
      // The page of a record or of a list has come, no longer the grey before it.
      await main(page).locator('.MuiSkeleton-root').first().waitFor({ state: 'detached' })
      await page.getByRole('heading', { level: 1 }).waitFor()
      await settled(page)
      await shoot(page, `money/${name}-en`, glance)
    }
    const anybody = await newPage()
    await anybody.goto('/publications')
    await anybody.getByRole('button', { name: 'English' }).click()
    await anybody.getByRole('button', { name: 'Past' }).click()
    await anybody
      .getByRole('link', { name: /eclaration/ })
      .first()
      .click()
    await anybody.getByText('60,000.00').first().waitFor()
    await axe(anybody)
    await shoot(anybody, 'money/public-en')
  },
)

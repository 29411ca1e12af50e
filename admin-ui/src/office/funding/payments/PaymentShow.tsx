/** What is asked for, from whose money, and what will be left? */
import { useTranslate } from 'react-admin'
import { ActionBar, type Fact, printDate, printFen, RecordPage, type TabOf, Timeline, useTongue } from '../../../shared'
import type { Payment } from '../types'

export function PaymentShow() {
  const translate = useTranslate()
  const tongue = useTongue()
  const field = (name: string) => translate(`resources.payments.fields.${name}`)
  const facts = (each: Payment): Fact[] => [
    { label: field('amountFen'), value: printFen(each.amountFen) },
    { label: field('className'), value: `${each.className} · ${each.fundName}` },
    { label: field('account'), value: translate(`funding.accounts.${each.account}`) },
    { label: field('payee'), value: each.payee },
    { label: field('reason'), value: each.reason },
    { label: field('requestedOn'), value: printDate(each.requestedOn, tongue) },
    { label: translate('funding.classLeft'), value: printFen(each.leftFen) },
  ]
  const consequence = (each: Payment, key: string, left = each.leftFen) => translate(key, { class: each.className, amount: printFen(each.amountFen), left: printFen(left) })
  return (
    <RecordPage<Payment>
      title={each => translate('funding.paymentOf', { class: each.className, amount: printFen(each.amountFen) })}
      status="status"
      facts={facts}
      tabs={tabs}
      actions={
        <ActionBar
          events={{
            submit: { isUsual: true, consequence: each => consequence(each as Payment, 'funding.submitPayment', (each as Payment).leftFen - (each as Payment).amountFen) },
            approve: { isUsual: true, consequence: each => consequence(each as Payment, 'funding.approvePayment') },
            refuse: { consequence: each => consequence(each as Payment, 'funding.refusePayment') },
            withdraw: { comment: 'optional', consequence: each => consequence(each as Payment, 'funding.withdrawPayment') },
          }}
        />
      }
    />
  )
}

const tabs: TabOf<Payment>[] = [{ key: 'history', label: 'kit.timeline.title', content: each => <Timeline entity="payment" resource="payments" entityId={each.id} /> }]

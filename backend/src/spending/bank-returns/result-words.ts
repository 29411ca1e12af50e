/**
 * What does the bank say became of a payment (银行处理结果)? The words are taken whole, clause by clause: 提交成功 says that
 * an order has arrived, 未能成功 that nothing was paid, and 撤销失败 that a payment was not called off. A bank's own words
 * (自定字样) stand in the place of all of these. Pure.
 */
import { plainText } from '../../platform/sheets/text.js'
import type { Cell } from '../../platform/sheets/workbook.js'
import type { BankResult } from './bank-return-line.entity.js'

// What a bank calls the payment; nothing that names a step before it (提交, 受理, 预约, 授权, 发送).
const subject =
  '(?:银行|本次|本笔|该笔|此笔|全部|转账|汇款|付款|支付|交易|划款|代发|代付|入账|记账|清算|出账|结算)*'
const englishSubject = '(?:(?:payment|transaction|transfer|status|bank)(?: is| was| has been)? )?'

const paid = new RegExp(
  `^(?:${[
    `${subject}(?:处理)?(?:已|均已?)?成功`,
    `${subject}已(?:支付|付款?|入账|到账|转账|划款|出账|清算|结算)`,
    '(?:转账|汇款|付款|支付|交易|划款|代发|代付|入账|清算|结算)(?:已)?(?:完成|完毕)',
    '完成',
    `${englishSubject}(?:success|successful|successfully paid|succeeded|paid|complete|completed|settled|ok)`,
  ].join('|')})$`,
)

const failed = new RegExp(
  `^(?:${[
    `${subject}(?:处理)?(?:已|被|遭)?(?:银行|对方|收款行)?(?:失败|退票|退汇|退回|退款|拒绝|拒付|拒收|作废|撤销|撤回|冲正|冲销|取消|驳回|止付)(?:成功)?`,
    // 未支付 alone may still be paid; that it did not succeed is a result.
    `${subject}(?:没有|没|未能?|不|并未|无法)${subject}(?:处理)?成功`,
    `${englishSubject}(?:fail|failed|failure|reject|rejected|return|returned|cancel|cancell?ed|declined|refused|reversed|error|unsuccessful|not successful|did not succeed)`,
  ].join('|')})$`,
)

// A code of the bank before or after the words: 00-成功, 成功(0000), S 交易成功.
const bankCode = /^[a-z]{0,2}\d{1,8}$|^[a-z]$/

/** What a bank writes for each result. What it has sent back is a failure of what it had paid, or never paid. */
export interface ResultWords {
  readonly paid: readonly string[]
  readonly failed: readonly string[]
  readonly returned: readonly string[]
}

/** The form in which words are compared: small letters, half width, no blanks between Chinese characters. */
export const wordForm = (cell: Cell): string =>
  plainText(cell)
    .toLowerCase()
    .replace(/(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu, '')

/** Clauses without blanks between Chinese characters, in small letters. */
function clausesOf(cell: Cell, isMeaningless = (clause: string) => bankCode.test(clause)): string[] {
  return plainText(cell)
    .toLowerCase()
    .split(/[,;:。、!|/()[\]【】<>_-]+|(?<=\d) (?=\p{Script=Han})|(?<=^[a-z]) (?=\p{Script=Han})/u)
    .map((clause) => clause.replace(/(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu, '').trim())
    .filter((clause) => clause !== '' && !isMeaningless(clause))
}

export function readResult(cell: Cell): BankResult {
  return judged(
    clausesOf(cell),
    (clause) => paid.test(clause),
    (clause) => failed.test(clause),
  )
}

/** By the bank's own words alone: whole, or clause by clause. What is none of them is unclear, whatever it says. */
export function readResultBy(cell: Cell, words: ResultWords): BankResult {
  const paidWords = new Set(words.paid.map(wordForm))
  const failedWords = new Set([...words.failed, ...words.returned].map(wordForm))
  const whole = wordForm(cell)
  if (paidWords.has(whole)) return 'paid'
  if (failedWords.has(whole)) return 'failed'
  // Where a code is a word itself, every code has a meaning.
  const codesCount = [...paidWords, ...failedWords].some((word) => bankCode.test(word))
  return judged(
    clausesOf(cell, (clause) => !codesCount && bankCode.test(clause)),
    (clause) => paidWords.has(clause),
    (clause) => failedWords.has(clause),
  )
}

/** Paid only where every clause says so; failed where the first does and no other says paid; else unclear. */
function judged(
  [first, ...others]: readonly string[],
  isPaid: (clause: string) => boolean,
  isFailed: (clause: string) => boolean,
): BankResult {
  if (first === undefined) return 'unclear'
  if (isPaid(first)) return others.every(isPaid) ? 'paid' : 'unclear'
  // What follows a failure is its reason, whatever its words.
  return isFailed(first) && !others.some(isPaid) ? 'failed' : 'unclear'
}

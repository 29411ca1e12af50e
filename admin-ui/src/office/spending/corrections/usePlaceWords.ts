import { useTranslate } from 'react-admin'
import type { CorrectionPlace } from '../types'

/** Where money stands, in words. */
export function usePlaceWords() {
  const translate = useTranslate()
  return {
    money: ({ fundName, purpose }: Pick<CorrectionPlace, 'fundName' | 'purpose'>) =>
      `${fundName} · ${translate(`funding.purposes.${purpose}`)}`,
    account: ({ account }: Pick<CorrectionPlace, 'account'>) => translate(`funding.accounts.${account}`),
  }
}

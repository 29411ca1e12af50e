import type { Texts } from '../platform/texts.js'
import { boardTexts } from './allotments/texts.js'
import { bankFormatTexts } from './bank-formats/texts.js'
import { bankReturnTexts } from './bank-returns/texts.js'
import { bankOrderTexts } from './bank-orders/texts.js'
import { commitmentTexts } from './commitments/texts.js'
import { correctionTexts } from './corrections/texts.js'
import { distributionSchemeTexts } from './distribution-schemes/texts.js'
import { invoiceTexts } from './invoices/texts.js'
import { payListTexts } from './pay-lists/texts.js'
import { payeeTexts } from './payees/texts.js'
import { paymentTexts } from './payments/texts.js'
import { settlementTexts } from './settlements/texts.js'
import { treasuryReturnTexts } from './treasury-returns/texts.js'

export const spendingTexts: Texts = {
  ...boardTexts,
  ...bankFormatTexts,
  ...bankOrderTexts,
  ...bankReturnTexts,
  ...commitmentTexts,
  ...correctionTexts,
  ...distributionSchemeTexts,
  ...invoiceTexts,
  ...payListTexts,
  ...payeeTexts,
  ...paymentTexts,
  ...settlementTexts,
  ...treasuryReturnTexts,
}

import type { Texts } from '../platform/texts.js'
import { archiveTexts } from './archive/texts.js'
import { attachmentTexts } from './attachments/texts.js'
import { findingTexts } from './audit-rules/texts.js'
import { reminderTexts } from './reminders/texts.js'

export const oversightTexts: Texts = {
  ...archiveTexts,
  ...attachmentTexts,
  ...findingTexts,
  ...reminderTexts,
}

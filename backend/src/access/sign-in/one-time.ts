/** Until when a one-time password may be used (一次性密码的期限): it is handed over on paper or by telephone, and must not lie about for ever. */
import { type Clock, instantPlusMinutes } from '../../platform/calendar.js'
import { oneTimeDays } from './limits.js'

export const oneTimeUntil = (clock: Clock): Date => instantPlusMinutes(clock.now(), oneTimeDays * 24 * 60)

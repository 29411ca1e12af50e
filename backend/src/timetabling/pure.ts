/** What pure files of other modules may use: like index.ts, without a table behind it. */
export { overlap } from './slots/ban-1.js'
export { printWeekday, printWhen } from './slots/print-when.js'
export { weekOfTerm } from './timetables/week-of-term.js'

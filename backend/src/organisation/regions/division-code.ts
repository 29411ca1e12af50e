/** How is a division code (行政区划代码) kept? As short as its level: '140200' and '1402' are one city, '140000' is '14'. Pure. */

/** What is no division code stays as it was typed. */
export const divisionCode = (typed: string): string =>
  /^(\d{2}){2,3}$/.test(typed.trim()) ? typed.trim().replace(/(00)+$/, '') : typed

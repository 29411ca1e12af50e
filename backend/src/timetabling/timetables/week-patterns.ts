/** In which weeks of the term something stands in its slot (单双周). Pure. */
export const weekPatterns = ['every', 'odd', 'even'] as const
export type WeekPattern = (typeof weekPatterns)[number]

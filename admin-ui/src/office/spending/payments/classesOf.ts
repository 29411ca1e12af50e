import type { TranslateFunction } from 'react-admin'
import type { Payment } from '../types'

/** 一(1)班, or 一(1)班等24个班. */
export const classesOf = (
  { className, classCount }: Pick<Payment, 'className' | 'classCount'>,
  translate: TranslateFunction,
): string =>
  classCount === 1 ? className : translate('funding.classesOf', { class: className, count: classCount })

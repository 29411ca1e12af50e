/** Objects inside a body (内层对象): each is one, and no list of them, no text, no null. */
import { applyDecorators } from '@nestjs/common'
import { Type } from 'class-transformer'
import { ValidateBy, ValidateNested } from 'class-validator'

const isObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The field is one object of the class. class-validator alone takes a list for one: `[]` passes with nothing in it. */
export const Part = (of: () => new () => object): PropertyDecorator =>
  applyDecorators(
    ValidateBy({ name: 'isObject', validator: { validate: isObject } }),
    ValidateNested(),
    Type(of),
  )

/** Each item is one object of the class. class-validator alone looks into lists as items: `[[]]` passes. */
export const Items = (of: () => new () => object): PropertyDecorator =>
  applyDecorators(
    ValidateBy({ name: 'isObject', validator: { validate: isObject } }, { each: true }),
    ValidateNested({ each: true }),
    Type(of),
  )

/**
 * Text as people type it, brought to one form before it is checked (文字的规范): what a checker sees is what is kept and
 * sent on. Direction marks, zero-width and control characters are dropped, line breaks become blanks; a person's name takes
 * the form of the search; what is left that no screen can show is refused.
 */
import { applyDecorators } from '@nestjs/common'
import { Transform } from 'class-transformer'
import { registerDecorator, type ValidationOptions } from 'class-validator'
import { plainPhone } from '../phone.js'
import { hasUnknownCharacters, lineAsTyped, plainName } from '../sheets/text.js'

const shaped = (shape: (text: string) => string) =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? shape(value) : value))

function IsShowable(options?: ValidationOptions): PropertyDecorator {
  return (target, property) =>
    registerDecorator({
      name: 'isShowable',
      target: target.constructor,
      propertyName: String(property),
      ...(options ? { options } : {}),
      validator: {
        validate: (value: unknown) => typeof value !== 'string' || !hasUnknownCharacters(value),
        defaultMessage: () => 'isShowable',
      },
    })
}

/** A person's name, in the form that imports and searches use. Stands before the rules about its length. */
export const Name = (): PropertyDecorator => applyDecorators(shaped(plainName), IsShowable())

/** One line of text: a school's, room's or course's name, a payee, a title. */
export const PlainText = (): PropertyDecorator => applyDecorators(shaped(lineAsTyped), IsShowable())

/** A mobile number as typed; what is none stays as it is, for the rule behind it to refuse. */
export const PhoneText = (): PropertyDecorator => shaped((text) => plainPhone(text) ?? text)

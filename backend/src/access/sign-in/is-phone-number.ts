/** A field that holds a mobile number as people write it (手机号): read by the one rule of guardian-username.ts. */
import { registerDecorator } from 'class-validator'
import { readPhoneNumber } from './guardian-username.js'

export const IsPhoneNumber = (): PropertyDecorator => (target, property) =>
  registerDecorator({
    name: 'matches',
    target: target.constructor,
    propertyName: String(property),
    validator: {
      validate: (value: unknown) => typeof value === 'string' && readPhoneNumber(value) !== null,
      defaultMessage: () => 'a mobile number',
    },
  })

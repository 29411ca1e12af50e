/** The number of a row in an address (编号): a whole number that a key can be; anything else names nothing. */
import { Injectable, type PipeTransform } from '@nestjs/common'
import { Invalid, NotFound } from '../errors.js'
import { largestInteger } from './validation.js'

@Injectable()
export class ParseIdPipe implements PipeTransform<string, number> {
  transform(text: string): number {
    if (!/^\d+$/.test(text)) throw new Invalid('request.malformed')
    const id = Number(text)
    if (id < 1 || id > largestInteger) throw new NotFound('row', text.slice(0, 20))
    return id
  }
}

import { agentFamily } from './agent.js'

describe('browser and system', () => {
  it.each([
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0',
      'Edge/Windows',
    ],
    [
      'Mozilla/5.0 (Linux; Android 14; 22041211AC) AppleWebKit/537.36 Version/4.0 Chrome/116 Mobile Safari/537.36 MicroMessenger/8.0.49',
      'WeChat/Android',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Version/17.5 Mobile/15E148 Safari/604.1',
      'Safari/iPhone',
    ],
    ['curl/8.5.0', null],
    [undefined, null],
  ])('of %s', (text, family) => {
    expect(agentFamily(text)).toBe(family)
  })
})

/** The policy packs (地区政策包) that Kehou brings along. */
import { datong } from './datong.js'
import { guichi } from './guichi.js'
import { hainan } from './hainan.js'
import { harbin } from './harbin.js'
import { jiangsu } from './jiangsu.js'
import { ouhai } from './ouhai.js'
import type { PolicyPack } from './pack.js'
import { xiamen } from './xiamen.js'

export {
  type PackFund,
  type PackNotice,
  type PackPolicy,
  type PackStandard,
  type PolicyPack,
  rulesOf,
} from './pack.js'

export const policyPacks: readonly PolicyPack[] = [datong, xiamen, hainan, harbin, jiangsu, guichi, ouhai]

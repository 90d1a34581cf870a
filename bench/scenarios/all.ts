/** Every scenario, in the order in which `npm run bench` runs them. */
import { firstLoad, keystrokeLocal, keystrokeRemote } from './browser'
import { durability } from './durability'
import { exportLoad } from './export-load'
import { FANOUT_SCENARIOS } from './fanout'
import { following } from './following'
import { coldOpen, judge, manyRooms, presence, saturation, slowReader, storm, twoNodes } from './load-scenarios'
import { growth } from './growth'
import type { Scenario } from './scenario'

export const SCENARIOS: readonly Scenario[] = [
  ...FANOUT_SCENARIOS,
  saturation,
  manyRooms,
  coldOpen,
  storm,
  durability,
  presence,
  slowReader,
  judge,
  twoNodes,
  following,
  exportLoad,
  keystrokeLocal,
  keystrokeRemote,
  firstLoad,
  growth,
]

import { MemoryUpdateLog } from './memory-update-log'
import { updateLogContract } from './update-log-contract'

updateLogContract('memory', async () => new MemoryUpdateLog())

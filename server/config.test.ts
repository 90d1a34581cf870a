import { describe, expect, it } from 'vitest'
import { ConfigError, describeConfig, parseConfig } from './config'

describe('parseConfig', () => {
  it('needs nothing', () => {
    const config = parseConfig({})
    expect(config).toMatchObject({ port: 3000, publicUrl: null, idleMinutes: 30, lockout: { failures: 5, minutes: 30 } })
    expect(config.dataDir).toMatch(/^\/.*\/data$/)
  })

  it('takes an empty variable for one that is not set', () => {
    expect(parseConfig({ PORT: '', PUBLIC_URL: '' })).toMatchObject({ port: 3000, publicUrl: null })
  })

  it('keeps the origin of an address only', () => {
    const config = parseConfig({
      PUBLIC_URL: 'https://duizhao.example/',
      ALLOWED_ORIGINS: 'http://a.example, http://b.example/x',
    })
    expect(config.publicUrl).toBe('https://duizhao.example')
    expect(config.allowedOrigins).toEqual(['http://a.example', 'http://b.example'])
  })

  it('lists every fault at once', () => {
    const broken = { PORT: 'http', IDLE_MINUTES: '0', PUBLIC_URL: 'ftp://x', ALLOWED_ORIGINS: 'nowhere', TRUST_PROXY: 'maybe' }
    const faults = (() => {
      try {
        parseConfig(broken)
        return []
      } catch (error) {
        return error instanceof ConfigError ? error.faults : []
      }
    })()
    expect(faults.map((fault) => fault.split(':')[0]).sort()).toEqual(Object.keys(broken).sort())
  })

  it('documents every key', () => {
    const lines = describeConfig().split('\n')
    expect(lines.length).toBeGreaterThan(10)
    for (const line of lines) expect(line).toMatch(/^ {2}[A-Z_]+ +\S.* \[.+\]$/)
  })
})

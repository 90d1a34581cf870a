import { describe, expect, it } from 'vitest'
import { parseMemberLines } from './member-lines'

const people = (text: string) => parseMemberLines(text).members.map((member) => `${member.name}|${member.post}`)
const problems = (text: string) => parseMemberLines(text).problems.map(({ line, reason }) => `${line} ${reason}`)

describe('parseMemberLines', () => {
  it('reads name and post, whatever separates them', () => {
    expect(people('李明，党组书记\n王芳,副书记\n陈刚\t组织委员\n赵静 宣传委员\n孙浩：纪检委员')).toEqual([
      '李明|党组书记',
      '王芳|副书记',
      '陈刚|组织委员',
      '赵静|宣传委员',
      '孙浩|纪检委员',
    ])
  })

  it('keeps further commas in the post', () => {
    expect(people('李明，党组书记、局长')).toEqual(['李明|党组书记、局长'])
  })

  it('takes a name alone', () => {
    expect(people('李明\nAnna Li')).toEqual(['李明|', 'Anna Li|'])
  })

  it('closes names spaced to equal width', () => {
    expect(people('李　明　书记\n李　明，书记二\n欧阳修 委员')).toEqual(['李明|书记', '李明|书记二', '欧阳修|委员'])
  })

  it('passes over list numbers, empty lines, a heading line and a byte order mark', () => {
    expect(
      people('\ufeff姓名，职务\r\n1. 李明，书记\r\n\r\n（2）王芳，委员\r\n3、陈刚，委员\n- 赵静，委员\n5\t孙浩\t委员'),
    ).toEqual(['李明|书记', '王芳|委员', '陈刚|委员', '赵静|委员', '孙浩|委员'])
  })

  it('accepts names of several parts and rare characters', () => {
    expect(people('买买提·艾力，委员\n𠮷田，委员\n王镕堃，委员')).toEqual(['买买提·艾力|委员', '𠮷田|委员', '王镕堃|委员'])
  })

  it('lets two people share a name but not the whole line', () => {
    expect(people('李明，书记\n李明，委员')).toHaveLength(2)
    expect(problems('李明，书记\n\n李明，书记')).toEqual(['3 repeated'])
  })

  it('points at the line of each problem and leaves it out', () => {
    const text = `，书记\n李，委员\n${'长'.repeat(33)}，委员\n李<明>，委员\n王芳，${'职'.repeat(51)}\n陈刚，委员`
    expect(problems(text)).toEqual(['1 name-missing', '2 name-short', '3 name-long', '4 name-characters', '5 post-long'])
    expect(people(text)).toEqual(['陈刚|委员'])
  })

  it('is empty for empty text', () => {
    expect(parseMemberLines(' \n　\n')).toEqual({ members: [], problems: [] })
  })
})

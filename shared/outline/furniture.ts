/**
 * What a web page or a printer puts around a text: source lines, counters, font-size buttons, neighbours, page numbers. Only
 * lines that are nothing but that are left out, and each is reported; a line with a doubt stays.
 */
import type { Line } from './lines'
import type { Report } from './report'

const DATE_TIME = '(?:19|20)\\d\\d[-/.年]\\d{1,2}[-/.月]\\d{1,2}日?'
const CLOCK = '\\d{1,2}[:：]\\d{2}(?:[:：]\\d{2})?'

/** One of these or several, separated by spaces or bars, make a line of furniture wherever it stands. */
const PIECES: readonly RegExp[] = [
  /^(?:文章|信息|稿件|新闻)?来源(?:于)?[:：]\S{0,40}$/,
  new RegExp(`^(?:发布|更新|发表|上传|录入|添加|创建|编辑)(?:时间|日期|于)?[:：](?:${DATE_TIME})?(?:${CLOCK})?$`),
  new RegExp(`^(?:时间|日期)[:：]${DATE_TIME}(?:${CLOCK})?$`),
  new RegExp(`^(?:${DATE_TIME})?${CLOCK}$`),
  /^(?:责任编辑|编辑|责编|审核|校对|初审|复审|终审|作者|发布(?:人|者|单位|机构)?|信息员|供稿|录入|撰稿|通讯员|记者|文号|索引号|分类)[:：]\S{0,20}$/,
  /^(?:点击|浏览|阅读|访问|查看|人气|热度|评论|点赞|下载|收藏|转发)(?:数|量|次数|率|人数)?(?:[:：]\s?\[?\s?\d*\s?\]?次?|[(（]\s?\d+\s?[)）]|\s?\d+次?)$/,
  /^(?:已有|共)?\d+(?:次(?:浏览|阅读|点击|访问)|人(?:浏览|阅读|看过|评论))$/,
  /^[[【(（]?(?:字号|字体|字体大小|文字大小|字号大小)[:：]?.{0,16}$/,
  /^[[【(（]?(?:超大|特大|大|中|小|默认)[\]】)）]?$/,
  /^[[【(（]?[AaＡ][+＋\-－]?[\]】)）]?$/,
  /^[[【(（]?(?:(?:我要)?分享(?:到|至|本文)?|打印(?:本页|本文|页面)?|关闭(?:窗口|本页|页面)?|收藏(?:本页|本文)?|复制链接|返回(?:顶部|首页|列表|上页|上一页)?|回到顶部|纠错|我要纠错|举报|评论|点赞|转发|微信|微博|朋友圈|QQ空间|QQ|新浪微博|扫一扫|手机(?:浏览|阅读|看)|下载(?:本文|全文|文档|附件)?|全文(?:阅读|下载)|展开全文|点击(?:展开|查看|下载)(?:全文|更多|原文)?|阅读(?:全文|原文)|查看更多|加载中|登录|注册|首页|网站首页|设为首页|加入收藏|无障碍(?:浏览)?|长者模式)[:：]?[\]】)）]?$/,
  /^(?:我的位置|您的位置|当前位置|所在位置|您现在的位置|当前所在位置)[:：是]?.{0,80}$/,
  /^(?:上一篇|下一篇|上一条|下一条|上一页|下一页|上篇|下篇)(?:文章)?[:：].{0,80}$/,
  /^(?:上一篇|下一篇|上一条|下一条|上一页|下一页)$/,
  /^(?:相关|推荐|热门|最新|延伸|精彩)(?:文章|阅读|推荐|链接|新闻|信息|资讯|内容|专题|文档|范文)[:：]?$/,
  /^(?:免责声明|版权声明|声明|特别声明|版权所有|主办单位|承办单位|技术支持|网站标识码|联系电话|地址|邮编|邮政编码)[:：©].{0,200}$/,
  /^(?:版权所有|Copyright|©|\(c\)).{0,120}$/i,
  /^.{0,12}(?:ICP备|公网安备).{0,40}$/,
  /^(?:原文(?:链接|地址)|本文(?:链接|地址|网址|来源)|转载(?:自|于|请注明)|链接)[:：]?.{0,120}$/,
  /^(?:https?:\/\/|www\.)\S{1,200}$/i,
  /^(?:关注|长按|识别|扫描)(?:下方|上方|以下)?(?:我们|公众号|二维码|微信).{0,30}$/,
  /^[|｜/·•>＞»\-—]+$/,
]

/** A way from the home page: 首页 > 党建工作 > 正文. */
const BREADCRUMB = /^(?:网站)?首页\s?[>＞»›/→].{0,80}$/
const NEIGHBOURS = /^(?:相关|推荐|热门|最新|延伸|精彩)(?:文章|阅读|推荐|链接|新闻|信息|资讯|内容|专题|文档|范文)[:：]?$/
const PAGE_NUMBER =
  /^(?:[—－–\-·]{1,3}\s?\d{1,3}\s?[—－–\-·]{1,3}|第\s?\d{1,3}\s?页(?:\s?[，,/、]?\s?共\s?\d{1,3}\s?页)?|\d{1,3}\s?\/\s?\d{1,3}|Page\s\d{1,3}(?:\sof\s\d{1,3})?)$/i
const LONGEST = 240

export function withoutFurniture(lines: readonly Line[], report: Report): Line[] {
  const kept: Line[] = []
  const bare = barePageNumbers(lines)
  const tail = neighboursFrom(lines)
  lines.forEach((line, index) => {
    if (line.table !== undefined) kept.push(line)
    else if (PAGE_NUMBER.test(line.text) || bare.has(index))
      report.add('left-out', '这一行是页码，没有导入。', line.text, line.line)
    else if (index >= tail || isFurniture(line.text)) {
      report.add('left-out', '这一行是网页上正文以外的内容，没有导入。', line.text, line.line)
    } else kept.push(line)
  })
  return kept
}

function isFurniture(text: string): boolean {
  if (text.length > LONGEST) return false
  if (BREADCRUMB.test(text)) return true
  if (isPiece(text)) return true
  const pieces = text
    .replace(/([:：])\s+/g, '$1')
    .replace(new RegExp(`(${DATE_TIME})\\s+(${CLOCK})`, 'g'), '$1$2')
    .split(/[\s|｜\u3000]+/)
  return pieces.length > 1 && pieces.every((piece) => piece === '' || isPiece(piece))
}

function isPiece(text: string): boolean {
  return PIECES.some((pattern) => pattern.test(text)) && !/[。；！？]/.test(text.slice(0, -1))
}

/** Lines that are only a number, where at least two of them count upwards page by page with text between. */
function barePageNumbers(lines: readonly Line[]): Set<number> {
  const candidates = lines.flatMap(({ text }, index) => (/^\d{1,3}$/.test(text) ? [{ index, value: Number(text) }] : []))
  const counting =
    candidates.length >= 2 &&
    candidates.every(({ value, index }, at) => {
      const before = candidates[at - 1]
      return before === undefined || (value === before.value + 1 && index > before.index + 3)
    })
  return new Set(counting ? candidates.map(({ index }) => index) : [])
}

/** From 相关文章 to the end, where nothing after it could be running text. */
function neighboursFrom(lines: readonly Line[]): number {
  const from = lines.findLastIndex(({ text }) => NEIGHBOURS.test(text))
  if (from < 1 || from < lines.length / 2) return lines.length
  return lines.slice(from).every(({ text, table }) => table === undefined && text.length <= 60 && !/[。；]/.test(text))
    ? from
    : lines.length
}

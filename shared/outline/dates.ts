/** Lines that are nothing but a date, a name, or a labelled fact: they stand under a title or end a text. */
const PLACE = '[*＊×XxＸ_＿ \\u3000]{1,6}'
const DATE_LINE = new RegExp(
  `^[（(]?\\s?(?:(?:19|20)\\d\\d|${PLACE}|20${PLACE}|[一二〇○零0oO九]{4})\\s?年\\s?(?:(?:\\d{1,2}|${PLACE}|[一二三四五六七八九十]{1,2})\\s?月\\s?(?:(?:\\d{1,2}|${PLACE}|[一二三四五六七八九十]{1,3})\\s?日)?)?\\s?[)）]?$`,
)
const SHORT_DATE = new RegExp(`^[（(]?\\s?(?:${PLACE}|\\d{1,2})月(?:${PLACE}|\\d{1,2})日\\s?[)）]?$`)
const NUMERIC_DATE = /^[（(]?\s?(?:19|20)\d\d[-./]\d{1,2}[-./]\d{1,2}\s?[)）]?$/

export function isDateLine(text: string): boolean {
  return text.length <= 30 && (DATE_LINE.test(text) || SHORT_DATE.test(text) || NUMERIC_DATE.test(text))
}

/** The commonest surnames, and two-character ones: enough to tell 努力方向 from a name. */
const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓韩冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付傅方邹熊白孟秦邱侯江尹薛闫阎段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文施洪季岳祁柳纪梅童鲁葛凌樊兰殷庄辛管祝左涂谷时舒耿牟卜路詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵欧阳解强柴华车冉房边净阴闫申伍褚娄滕穆米丛'
const LONG_SURNAMES = /^(?:欧阳|上官|司马|诸葛|司徒|东方|令狐|皇甫|尉迟|公孙|慕容|夏侯|端木|南宫|轩辕|长孙|宇文|呼延)/
const NO_NAMES =
  /^(?:前言|引言|导语|目录|正文|摘要|提纲|附件|结语|总结|问题|原因|措施|方向|高度|严肃|严格|强化|任务|成效|成绩|时间|文件)/

/** 张三, 李　四, 欧阳修远, 张某某, XXX. */
export function isNameLine(text: string): boolean {
  if (text.length > 16) return false
  const bare = text.replace(/[\s\u3000]/g, '')
  if (/^(?:[*＊×XxＸ]{2,4}|[\u4e00-\u9fff](?:某{1,2}|[*＊×XＸ]{1,3}))$/.test(bare)) return true
  if (/^[\u4e00-\u9fff]{2,6}·[\u4e00-\u9fff]{1,8}$/.test(bare)) return true
  if (!/^[\u4e00-\u9fff]{2,4}$/.test(bare) || NO_NAMES.test(bare)) return false
  return bare.length < 4 ? SURNAMES.includes(bare.charAt(0)) || LONG_SURNAMES.test(bare) : LONG_SURNAMES.test(bare)
}

const LABELLED =
  /^(?:姓名|党员|单位|职务|部门|(?:汇报|发言|报告|述职|剖析|检查|对照检查|整改|责任|主持|记录)人|时间|日期|地点|党支部|所在支部|政治面貌)\s?[:：]/

export function isLabelledLine(text: string): boolean {
  return text.length <= 60 && LABELLED.test(text) && !text.includes('。')
}

const POSTS =
  '书记|局长|主任|处长|科长|委员|部长|院长|校长|所长|站长|镇长|乡长|县长|区长|市长|厅长|经理|主席|成员|董事长|总工程师|组长|调研员|检察长|主管|党员|干事'
const POST_AND_NAME = new RegExp(`(?:${POSTS})[\\s\\u3000]+[\\u4e00-\\u9fff·](?:[\\s\\u3000]?[\\u4e00-\\u9fff*＊×XＸ]){1,3}$`)
const POST_LINE = new RegExp(`(?:${POSTS})$`)

export function isPostLine(text: string): boolean {
  return text.length <= 40 && !/[。；！？：]/.test(text) && (POST_AND_NAME.test(text) || POST_LINE.test(text))
}
